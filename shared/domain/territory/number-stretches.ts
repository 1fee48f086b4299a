import type { Id } from '../../lib/ids.ts';
import { distanceMetres, type Line, type Position } from './geometry.ts';

/** A stretch of a street with its line. */
export interface DrawnStretch {
  readonly id: Id;
  readonly line: Line;
}

/** Ends nearer than this, in metres, are one crossing: registers draw them on the same spot, or nearly. */
const SAME_CROSSING = 2;

/**
 * The place of each stretch along its street, from 1 on. The count begins at the loose end that lies farthest west and
 * goes on with the stretch that begins nearest to where the last one ended: from end to end where a street is one
 * line, and through every branch where it is not. It depends on where stretches lie alone, not on their order or
 * ids, nor on which way they were drawn.
 */
export function numberStretches(stretches: readonly DrawnStretch[]): ReadonlyMap<Id, number> {
  const left = new Set(stretches.flatMap(bothWays).sort(byPlace));
  const numbers = new Map<Id, number>();
  let here = beginning([...left]);
  while (here !== undefined) {
    const next = nearestTo(here, left);
    if (next === undefined) break;
    numbers.set(next.id, numbers.size + 1);
    for (const way of left) if (way.id === next.id) left.delete(way);
    here = next.to;
  }
  return numbers;
}

/** A stretch as one walks it. */
interface Way {
  readonly id: Id;
  readonly from: Position;
  readonly to: Position;
}

function bothWays({ id, line }: DrawnStretch): readonly Way[] {
  const [first] = line;
  const last = line.at(-1);
  if (!first || !last) return [];
  return [
    { id, from: first, to: last },
    { id, from: last, to: first },
  ];
}

/** An end that nothing else of the street touches, else any; the first by place. */
function beginning(ways: readonly Way[]): Position | undefined {
  const isLoose = ({ id, from }: Way): boolean =>
    ways.every((other) => other.id === id || distanceMetres(other.from, from) >= SAME_CROSSING);
  return (ways.find(isLoose) ?? ways[0])?.from;
}

/** The first by place of those that begin nearest; what begins at the same crossing is as near. */
function nearestTo(here: Position, ways: Iterable<Way>): Way | undefined {
  let nearest: { readonly way: Way; readonly metres: number } | undefined;
  for (const way of ways) {
    const away = distanceMetres(here, way.from);
    const metres = away < SAME_CROSSING ? 0 : away;
    if (nearest === undefined || metres < nearest.metres) nearest = { way, metres };
  }
  return nearest?.way;
}

/** From west to east, then from north to south; the id decides only between two on the same spot. */
function byPlace(one: Way, other: Way): number {
  return (
    one.from[0] - other.from[0] ||
    other.from[1] - one.from[1] ||
    one.to[0] - other.to[0] ||
    other.to[1] - one.to[1] ||
    (one.id < other.id ? -1 : 1)
  );
}
