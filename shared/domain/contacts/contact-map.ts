/**
 * How contacts stand on a map: counted in the cells of a grid that is fixed to the world while far
 * out, each by itself when near. Page and workbench must agree on it.
 */

/** From this zoom of Leaflet on every contact stands by itself; those of one address are fanned out. */
export const SINGLE_FROM_ZOOM = 18;

/** Halvings of the world's width that give one cell at zoom 0: a quarter of it, 64 CSS pixels. */
const FIRST_HALVINGS = 2;
/** From this zoom on cells are half as wide: near the streets only what would overlap is put together. */
const FINE_FROM_ZOOM = 16;

/**
 * How often the world is halved to get the side of a cell at a zoom of Leaflet; the same within one
 * whole level, so that groups stay what they are while somebody zooms by parts.
 */
export function cellHalvings(zoom: number): number {
  const level = Math.floor(zoom);
  return level + FIRST_HALVINGS + (level >= FINE_FROM_ZOOM ? 1 : 0);
}
