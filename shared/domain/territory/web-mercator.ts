import type { Position } from './geometry.ts';

/**
 * The map's own plane: Web Mercator (EPSG:3857) scaled to the unit square, x to the east and y to the
 * south. Shapes are projected once; a drawing only scales and shifts them.
 */
export interface WorldPoint {
  readonly x: number;
  readonly y: number;
}

/** The latitude where the unit square ends, degrees. */
const EDGE_LATITUDE = 85.0511287798;
const TILE_PIXELS = 256;

/** Projects a position; latitudes beyond the square's edge are held at the edge. */
export function toWorld([longitude, latitude]: Position): WorldPoint {
  const held = Math.max(-EDGE_LATITUDE, Math.min(EDGE_LATITUDE, latitude));
  const sine = Math.sin((held * Math.PI) / 180);
  return {
    x: longitude / 360 + 0.5,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
}

/** The inverse of {@link toWorld}. */
export function toPosition({ x, y }: WorldPoint): Position {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** Width of the unit square in CSS pixels at a zoom level of Leaflet, which may be a fraction. */
export function worldPixels(zoom: number): number {
  return TILE_PIXELS * 2 ** zoom;
}
