import type { Bounds } from '#shared/domain/territory/geometry.ts';

/** Of its size, on every side. */
const SHARE = 0.15;
/** Degrees: some fifty metres, for what is hardly larger than a point. */
const LEAST = 0.0006;

/** With a little land around, so that a place is seen between its neighbours. */
export function widened([west, south, east, north]: Bounds): Bounds {
  const across = Math.max((east - west) * SHARE, LEAST);
  const up = Math.max((north - south) * SHARE, LEAST);
  return [west - across, south - up, east + across, north + up];
}
