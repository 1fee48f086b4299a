import type { Board, LateItem } from '#shared/contract/board.ts';

type Late = Board['late'][number];

export interface LateRows {
  readonly part: Late;
  readonly items: readonly LateItem[];
}

/** At most so many of what waits too long: the first of each kind before the second of any, kinds in their order. */
export function rowsOfLate(late: readonly Late[], most: number): readonly LateRows[] {
  const inTurn = late
    .flatMap((part, kind) => part.items.map((_, turn) => ({ kind, turn })))
    .sort((one, other) => one.turn - other.turn || one.kind - other.kind)
    .slice(0, most);
  return late.flatMap((part, at) => {
    const count = inTurn.filter(({ kind }) => kind === at).length;
    return count === 0 ? [] : [{ part, items: part.items.slice(0, count) }];
  });
}
