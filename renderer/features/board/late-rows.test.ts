import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { Board } from '#shared/contract/board.ts';
import { LATENESS_KINDS } from '#shared/domain/board/late.ts';

import { rowsOfLate } from './late-rows.ts';

type Late = Board['late'];

function lateOf(totals: readonly number[]): Late {
  return LATENESS_KINDS.flatMap((kind, at) => {
    const total = totals[at] ?? 0;
    const items = Array.from({ length: Math.min(total, 8) }, (_, index) => ({
      kind,
      action: { id: `${kind} ${index}`, dossierId: 'd', title: '' },
      dueOn: '2026-06-01',
      ownerId: 'o',
    }));
    return total === 0 ? [] : [{ kind, total, items }];
  });
}

const shown = (totals: readonly number[]): readonly number[] =>
  rowsOfLate(lateOf(totals), 3).map(({ items }) => items.length);

it('names one of each kind before a second of any', () => {
  expect(shown([9, 2, 4])).toEqual([1, 1, 1]);
  expect(shown([9, 0, 1])).toEqual([2, 1]);
  expect(shown([9, 0, 0])).toEqual([3]);
  expect(shown([])).toEqual([]);
});

it('names as many as there is room for, each kind from its first on', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { maxLength: 3 }), fc.nat(9), (totals, most) => {
      const late = lateOf(totals);
      const rows = rowsOfLate(late, most);
      const all = late.reduce((sum, { items }) => sum + items.length, 0);
      expect(rows.reduce((sum, { items }) => sum + items.length, 0)).toBe(Math.min(all, most));
      for (const { part, items } of rows) expect(items).toEqual(part.items.slice(0, items.length));
    }),
  );
});
