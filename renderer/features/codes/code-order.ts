import type { Code } from '#shared/domain/codes/code.ts';

/** Distance between codes that are numbered anew, so that one still fits between two. */
const STEP = 10;
const HIGHEST = 10_000;

type Placed = Pick<Code, 'id' | 'code' | 'position'>;

/** The codes in the order of the zone: equal positions follow by code. */
export function inOrder<Row extends Placed>(codes: readonly Row[]): readonly Row[] {
  return [...codes].sort(
    (one, other) => one.position - other.position || (one.code < other.code ? -1 : 1),
  );
}

/** A code and the position it gets. */
export interface Placing {
  readonly id: string;
  readonly position: number;
}

/**
 * What must change for `id` to change places with the one before (-1) or after it (1): the two of them
 * only, where positions tell all codes apart, else the whole list. Nothing at the end of the list.
 */
export function placingsFor(
  codes: readonly Placed[],
  id: string,
  step: 1 | -1,
): readonly Placing[] {
  const before = inOrder(codes);
  const at = before.findIndex((code) => code.id === id);
  const moved = before[at];
  const other = before[at + step];
  if (!moved || !other) return [];
  const after = before.with(at, other).with(at + step, moved);
  const known = before.map(({ position }) => position);
  const distinct = new Set(known).size === known.length;
  const positions = distinct ? known : after.map((_, index) => index * STEP);
  return after.flatMap((code, index) => {
    const position = positions[index] ?? index;
    return code.position === position ? [] : [{ id: code.id, position }];
  });
}

/** Where a new code goes: behind all others. */
export function lastPosition(codes: readonly Placed[]): number {
  return Math.min(HIGHEST, Math.max(0, ...codes.map(({ position }) => position)) + STEP);
}
