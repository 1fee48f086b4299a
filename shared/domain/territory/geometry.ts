import { z } from 'zod';

/** [longitude, latitude] in degrees, WGS 84 (EPSG:4326), as RFC 7946 orders them. */
export const positionSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type Position = readonly [longitude: number, latitude: number];

/** [west, south, east, north] in degrees, WGS 84. */
export const boundsSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .refine(([west, south, east, north]) => west <= east && south <= north, 'bounds are inside out');
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** A line of at least two positions. */
export type Line = readonly Position[];

/** A closed ring of at least four positions, first equal to last. */
export type Ring = readonly Position[];

/** One outer ring followed by its holes. */
export type PolygonRings = readonly Ring[];

/** RFC 7946 MultiPolygon coordinates; a single polygon is a list of one. */
export type MultiPolygonRings = readonly PolygonRings[];

/** The smallest bounds around `positions`; undefined when there are none. */
export function boundsOf(positions: Iterable<Position>): Bounds | undefined {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [longitude, latitude] of positions) {
    west = Math.min(west, longitude);
    south = Math.min(south, latitude);
    east = Math.max(east, longitude);
    north = Math.max(north, latitude);
  }
  return west === Infinity ? undefined : [west, south, east, north];
}

const EARTH_RADIUS_METRES = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in metres (haversine, mean earth radius of the IUGG). */
export function distanceMetres(from: Position, to: Position): number {
  const latitudeStep = radians(to[1] - from[1]);
  const longitudeStep = radians(to[0] - from[0]);
  const half =
    Math.sin(latitudeStep / 2) ** 2 +
    Math.cos(radians(from[1])) * Math.cos(radians(to[1])) * Math.sin(longitudeStep / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Length of a line in metres. */
export function lengthMetres(line: Line): number {
  let sum = 0;
  for (let index = 1; index < line.length; index += 1) {
    const from = line[index - 1];
    const to = line[index];
    if (from && to) sum += distanceMetres(from, to);
  }
  return sum;
}

/** The position halfway along a line, measured in metres. Throws a RangeError on an empty line. */
export function middleOf(line: Line): Position {
  const first = line[0];
  if (!first) throw new RangeError('middleOf: an empty line has no middle');
  let left = lengthMetres(line) / 2;
  let from = first;
  for (const to of line.slice(1)) {
    const step = distanceMetres(from, to);
    if (step >= left && step > 0) {
      const share = left / step;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
    left -= step;
    from = to;
  }
  return from;
}

/** A point on a line and how far it is from what was asked, in metres. */
export interface NearestPoint {
  readonly position: Position;
  readonly metres: number;
}

/**
 * The point of `line` nearest to `from`, on a local equirectangular plane:
 * exact enough (well under a metre) for streets of a few kilometres.
 */
export function nearestOnLine(line: Line, from: Position): NearestPoint {
  const first = line[0];
  if (!first) throw new RangeError('nearestOnLine: an empty line has no points');
  const stretch = Math.cos(radians(from[1]));
  let nearest: NearestPoint = { position: first, metres: distanceMetres(from, first) };
  for (let index = 1; index < line.length; index += 1) {
    const start = line[index - 1];
    const end = line[index];
    if (!start || !end) continue;
    const alongX = (end[0] - start[0]) * stretch;
    const alongY = end[1] - start[1];
    const square = alongX ** 2 + alongY ** 2;
    const toX = (from[0] - start[0]) * stretch;
    const toY = from[1] - start[1];
    const share =
      square === 0 ? 0 : Math.min(1, Math.max(0, (toX * alongX + toY * alongY) / square));
    const position: Position = [
      start[0] + (end[0] - start[0]) * share,
      start[1] + (end[1] - start[1]) * share,
    ];
    const metres = distanceMetres(from, position);
    if (metres < nearest.metres) nearest = { position, metres };
  }
  return nearest;
}

/**
 * Whether `position` lies inside the polygons: even-odd rule over all rings, so holes count as outside
 * (Shimrat's algorithm 112, CACM 1962). A point exactly on a border may fall on either side.
 */
export function isInside(polygons: MultiPolygonRings, position: Position): boolean {
  const [x, y] = position;
  let inside = false;
  for (const ring of polygons.flat()) {
    for (let index = 1; index < ring.length; index += 1) {
      const from = ring[index - 1];
      const to = ring[index];
      if (!from || !to || from[1] > y === to[1] > y) continue;
      const crossing = from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
      if (x < crossing) inside = !inside;
    }
  }
  return inside;
}
