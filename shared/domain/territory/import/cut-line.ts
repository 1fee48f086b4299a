import RobustLineIntersector from 'jsts/org/locationtech/jts/algorithm/RobustLineIntersector.js';
import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js';

import { boundsOf, distanceMetres, type Line, type Position } from '../geometry.ts';
import type { AreaIndex, KeyedArea } from './area-index.ts';

/** A stretch of a line that lies in one area, or in none. */
export interface LinePiece<Area extends KeyedArea = KeyedArea> {
  readonly area: Area | undefined;
  readonly line: Line;
}

/**
 * Stretches shorter than this are not worth a piece of their own: borders are drawn along the middle
 * of streets by one source and the streets by another, so that they cross each other every few metres.
 * They stay with the longer of the pieces beside them.
 */
export const SHORTEST_PIECE_METRES = 10;

interface Point {
  readonly position: Position;
  /** False for a point where the line meets a border. */
  readonly original: boolean;
}
/** Points `from` to `to` of the line, both included. */
interface Run<Area> {
  from: number;
  to: number;
  metres: number;
  readonly area: Area | undefined;
}

/**
 * Cuts a line at the borders of `areas`. The pieces follow one another in the direction of the line,
 * each begins where the one before ends, and together they are the line: nothing is lost outside the
 * areas. A line that is not cut comes back with exactly its own points.
 *
 * The crossing points are JTS's (`RobustLineIntersector`). Its overlay operation would give the same
 * stretches, but as a set: without direction or order, and cut as well where the line crosses itself.
 */
export function cutLine<Area extends KeyedArea>(
  line: Line,
  areas: AreaIndex<Area>,
): readonly LinePiece<Area>[] {
  const first = line[0];
  const bounds = boundsOf(line);
  if (!first || !bounds || line.length < 2) return [];
  if (areas.bordersIn(bounds).length === 0) return [{ area: areas.locate(first), line }];

  const points = withCrossings(line, areas);
  const runs = mergeShort(runsOf(points, areas));
  return runs.map(({ from, to, area }) => ({
    area,
    line: points
      .slice(from, to + 1)
      .filter((point, index) => point.original || index === 0 || index === to - from)
      .map((point) => point.position),
  }));
}

function withCrossings(line: Line, areas: AreaIndex): Point[] {
  const points: Point[] = [];
  line.forEach((to, index) => {
    const from = line[index - 1];
    if (from) {
      for (const position of crossings(from, to, areas)) points.push({ position, original: false });
    }
    points.push({ position: to, original: true });
  });
  return points;
}

function crossings(from: Position, to: Position, areas: AreaIndex): Position[] {
  const bounds = boundsOf([from, to]);
  if (!bounds) return [];
  const found = new Map<string, { position: Position; along: number }>();
  const intersector = new RobustLineIntersector();
  for (const edge of areas.bordersIn(bounds)) {
    intersector.computeIntersection(
      new Coordinate(from[0], from[1]),
      new Coordinate(to[0], to[1]),
      new Coordinate(edge.from[0], edge.from[1]),
      new Coordinate(edge.to[0], edge.to[1]),
    );
    for (let index = 0; index < intersector.getIntersectionNum(); index += 1) {
      const { x, y } = intersector.getIntersection(index) as { x: number; y: number };
      if ((x === from[0] && y === from[1]) || (x === to[0] && y === to[1])) continue;
      const along = Math.hypot(x - from[0], y - from[1]);
      found.set(`${x} ${y}`, { position: [x, y], along });
    }
  }
  return [...found.values()]
    .sort((one, other) => one.along - other.along)
    .map(({ position }) => position);
}

/** The area of each stretch, asked at its middle, where the answer is clear of the border. */
function runsOf<Area extends KeyedArea>(
  points: readonly Point[],
  areas: AreaIndex<Area>,
): Run<Area>[] {
  const runs: Run<Area>[] = [];
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1]?.position;
    const to = points[index]?.position;
    if (!from || !to) continue;
    const before = runs.at(-1);
    const area = areas.locate([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], before?.area);
    const metres = distanceMetres(from, to);
    if (before && before.area === area) {
      before.to = index;
      before.metres += metres;
    } else {
      runs.push({ from: index - 1, to: index, metres, area });
    }
  }
  return runs;
}

/** Gives the shortest run to its longer neighbour until none is too short. */
function mergeShort<Area>(runs: Run<Area>[]): Run<Area>[] {
  for (;;) {
    let shortest = 0;
    runs.forEach((run, index) => {
      if (run.metres < (runs[shortest]?.metres ?? Infinity)) shortest = index;
    });
    const run = runs[shortest];
    if (!run || runs.length === 1 || run.metres >= SHORTEST_PIECE_METRES) return runs;
    const before = runs[shortest - 1];
    const after = runs[shortest + 1];
    if (before && (!after || before.metres >= after.metres)) {
      before.to = run.to;
      before.metres += run.metres;
    } else if (after) {
      after.from = run.from;
      after.metres += run.metres;
    }
    runs.splice(shortest, 1);
    joinEqual(runs);
  }
}

function joinEqual<Area>(runs: Run<Area>[]): void {
  for (let index = runs.length - 1; index > 0; index -= 1) {
    const run = runs[index];
    const before = runs[index - 1];
    if (run && before && run.area === before.area) {
      before.to = run.to;
      before.metres += run.metres;
      runs.splice(index, 1);
    }
  }
}

/** About a tenth of a millimetre: the error of a crossing point, and nothing a surveyor could see. */
const STRAIGHT_DEGREES = 1e-9;

/**
 * The lines that pieces were cut from: each piece that begins where the one before ended goes on with
 * it, and the point put in by the cut goes out again when the line is straight there.
 */
export function joinPieces(pieces: readonly Line[]): Line[] {
  const lines: Position[][] = [];
  for (const piece of pieces) {
    const open = lines.at(-1);
    const end = open?.at(-1);
    const start = piece[0];
    if (!open || !end || !start || end[0] !== start[0] || end[1] !== start[1]) {
      lines.push([...piece]);
      continue;
    }
    const before = open.at(-2);
    const after = piece[1];
    if (before && after && isBetween(end, before, after)) open.pop();
    open.push(...piece.slice(1));
  }
  return lines;
}

function isBetween(point: Position, from: Position, to: Position): boolean {
  const along = [to[0] - from[0], to[1] - from[1]] as const;
  const span = Math.hypot(...along);
  if (span === 0) return false;
  const across = along[0] * (point[1] - from[1]) - along[1] * (point[0] - from[0]);
  const share = (along[0] * (point[0] - from[0]) + along[1] * (point[1] - from[1])) / span ** 2;
  return Math.abs(across) / span <= STRAIGHT_DEGREES && share >= 0 && share <= 1;
}
