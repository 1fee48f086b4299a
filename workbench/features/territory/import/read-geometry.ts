import type { Line, MultiPolygonRings, Position, Ring } from '#shared/domain/territory/geometry.ts';
import { isInBelgium, type ToDegrees } from '#shared/domain/territory/import/coordinate-systems.ts';

import { Refusal } from './refusal.ts';

const FIELD = 'geometry';
const FEWEST_OF_RING = 4;
const FEWEST_OF_LINE = 2;

/** The polygons of a `geometry` member, in degrees. Throws a {@link Refusal}. */
export function readPolygons(geometry: unknown, toDegrees: ToDegrees): MultiPolygonRings {
  const { type, coordinates } = shapeOf(geometry);
  if (type !== 'Polygon' && type !== 'MultiPolygon') throw wrong(type);
  const polygons = type === 'Polygon' ? [coordinates] : listOf(coordinates);
  return polygons.map((polygon) => listOf(polygon).map((ring) => readRing(ring, toDegrees)));
}

/** The lines of a `geometry` member, in degrees. Throws a {@link Refusal}. */
export function readLines(geometry: unknown, toDegrees: ToDegrees): readonly Line[] {
  const { type, coordinates } = shapeOf(geometry);
  if (type !== 'LineString' && type !== 'MultiLineString') throw wrong(type);
  const lines = type === 'LineString' ? [coordinates] : listOf(coordinates);
  return lines.map((line) => {
    const positions = withoutRepeats(readPositions(line, toDegrees));
    if (positions.length < FEWEST_OF_LINE) throw new Refusal('empty-geometry', FIELD);
    return positions;
  });
}

/** The type of a geometry, for telling what a file holds; empty when there is none. */
export function geometryTypeOf(geometry: unknown): string {
  return isObject(geometry) && typeof geometry['type'] === 'string' ? geometry['type'] : '';
}

function shapeOf(geometry: unknown): { type: string; coordinates: unknown } {
  const type = geometryTypeOf(geometry);
  if (type === '' || !isObject(geometry)) throw new Refusal('missing-geometry', FIELD);
  return { type, coordinates: geometry['coordinates'] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function wrong(type: string): Refusal {
  return new Refusal('wrong-geometry', FIELD, type);
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw new Refusal('empty-geometry', FIELD);
  return value;
}

function readRing(ring: unknown, toDegrees: ToDegrees): Ring {
  const positions = readPositions(ring, toDegrees);
  const first = positions[0];
  const last = positions.at(-1);
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) {
    throw new Refusal('not-closed', FIELD);
  }
  if (positions.length < FEWEST_OF_RING) throw new Refusal('empty-geometry', FIELD);
  return positions;
}

function readPositions(list: unknown, toDegrees: ToDegrees): Position[] {
  return listOf(list).map((pair) => {
    const [x, y] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const shown = () => `${String(x)} ${String(y)}`;
    if (typeof x !== 'number' || typeof y !== 'number') {
      throw new Refusal('coordinates-not-numbers', FIELD, shown());
    }
    const position = toDegrees(x, y);
    if (!position) throw new Refusal('coordinates-out-of-range', FIELD, shown());
    if (!isInBelgium(position)) throw new Refusal('outside-belgium', FIELD, shown());
    return position;
  });
}

function withoutRepeats(positions: readonly Position[]): Position[] {
  return positions.filter((position, index) => {
    const before = positions[index - 1];
    return !before || before[0] !== position[0] || before[1] !== position[1];
  });
}
