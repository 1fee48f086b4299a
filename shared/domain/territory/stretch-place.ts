import type { Id } from '../../lib/ids.ts';
import { distanceMetres, type Line, nearestOnLine, type Position } from './geometry.ts';

/** Both names of a street; the French one may be empty. */
interface StreetName {
  readonly nameNl: string;
  readonly nameFr: string;
}

/** Where a stretch is along its street, for who does not know our numbers. */
export interface StretchPlace {
  /** The lowest and the highest house number along it; null where there are too few to tell. */
  readonly houses: { readonly from: number; readonly to: number } | null;
  /** The streets at its ends, from west to east: none, one or two. */
  readonly crossings: readonly StreetName[];
}

/** With fewer numbers than these, a range would be somebody's door rather than a part of a street. */
export const FEWEST_HOUSES = 3;

/** How far in metres a street may be drawn from the end of another that it meets there. */
const MEETS_WITHIN = 3;

interface House {
  readonly houseNumber: string;
  readonly position: Position;
}

/** House numbers are whole numbers, with a letter or a second number at times: "12", "12A", "12-14". */
const HOUSE_NUMBER = /^(?<first>\d{1,5})[a-z]{0,3}(?: ?[-–/] ?(?<last>\d{1,5}))?/iu;

/**
 * The lowest and the highest number of the houses that are nearest to each stretch of their street, each address to
 * one stretch. Of fewer than {@link FEWEST_HOUSES} different numbers none.
 */
export function houseRanges(
  stretches: readonly { readonly id: Id; readonly line: Line }[],
  houses: Iterable<House>,
): ReadonlyMap<Id, { readonly from: number; readonly to: number }> {
  const numbers = new Map<Id, Map<number, number>>();
  for (const { houseNumber, position } of houses) {
    const { first, last = first } = HOUSE_NUMBER.exec(houseNumber)?.groups ?? {};
    const id = first === undefined ? undefined : nearestStretch(stretches, position);
    if (id === undefined) continue;
    const own = numbers.get(id) ?? new Map<number, number>();
    own.set(Number(first), Math.max(Number(first), Number(last)));
    numbers.set(id, own);
  }
  const ranges = new Map<Id, { readonly from: number; readonly to: number }>();
  for (const [id, own] of numbers) {
    if (own.size < FEWEST_HOUSES) continue;
    ranges.set(id, { from: Math.min(...own.keys()), to: Math.max(...own.values()) });
  }
  return ranges;
}

function nearestStretch(
  stretches: readonly { readonly id: Id; readonly line: Line }[],
  position: Position,
): Id | undefined {
  let nearest: { readonly id: Id; readonly metres: number } | undefined;
  for (const { id, line } of stretches) {
    if (line.length === 0) continue;
    const { metres } = nearestOnLine(line, position);
    const isNearer = nearest === undefined || metres < nearest.metres;
    // At the crossing of two it goes with either, but on every desk with the same.
    const isFirst = nearest !== undefined && metres === nearest.metres && id < nearest.id;
    if (isNearer || isFirst) nearest = { id, metres };
  }
  return nearest?.id;
}

/** Both ends of a stretch, the one farther west first; of a ring one. */
export function endsOf(line: Line): readonly Position[] {
  const [first] = line;
  const last = line.at(-1);
  if (!first || !last) return [];
  if (distanceMetres(first, last) < MEETS_WITHIN) return [first];
  return [first, last].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

/** The street that meets an end of a stretch there: of several the first by name; undefined where none does. */
export function crossingAt(
  end: Position,
  others: Iterable<StreetName & { readonly line: Line }>,
): StreetName | undefined {
  let found: StreetName | undefined;
  for (const { nameNl, nameFr, line } of others) {
    if (line.length === 0 || nearestOnLine(line, end).metres >= MEETS_WITHIN) continue;
    if (found === undefined || nameNl < found.nameNl) found = { nameNl, nameFr };
  }
  return found;
}
