import {
  distanceMetres,
  lengthMetres,
  type Line,
  type MultiPolygonRings,
  nearestOnLine,
  type Position,
} from './geometry.ts';

/** A line is looked at in so many points between its ends, which lie at a crossing and may touch any border. */
const LOOKED_AT = 9;

/**
 * Whether a line runs along the border of polygons: all of it but its ends lies within so many metres of it. A line that
 * crosses the border, or only ends there, does not.
 */
export function runsAlongBorder(
  line: Line,
  polygons: MultiPolygonRings,
  withinMetres: number,
): boolean {
  const rings = polygons.flat().filter((ring) => ring.length > 0);
  return pointsAlong(line, LOOKED_AT).every((point) =>
    rings.some((ring) => nearestOnLine(ring, point).metres <= withinMetres),
  );
}

/** So many points of a line between its ends, as far from one another as from these, measured in metres. */
function pointsAlong(line: Line, count: number): readonly Position[] {
  const step = lengthMetres(line) / (count + 1);
  const points: Position[] = [];
  let passed = 0;
  for (const [index, to] of line.entries()) {
    const from = line[index - 1];
    if (from === undefined) continue;
    const length = distanceMetres(from, to);
    while (points.length < count && length > 0) {
      const share = ((points.length + 1) * step - passed) / length;
      if (share > 1) break;
      points.push([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
    }
    passed += length;
  }
  return points;
}
