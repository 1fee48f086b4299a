import type { Bounds } from '#shared/domain/territory/geometry.ts';

/** Degrees. */
const MARGIN = 0.0008;

/** With a little land around. */
export function widened([west, south, east, north]: Bounds): Bounds {
  return [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
}
