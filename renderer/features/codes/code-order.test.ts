import fc from 'fast-check';
import { expect, it } from 'vitest';

import { inOrder, lastPosition, placingsFor } from './code-order.ts';

const lists = fc
  .array(fc.nat(60), { minLength: 1, maxLength: 20 })
  .map((positions) =>
    positions.map((position, index) => ({ id: `id${index}`, code: `c${index + 10}`, position })),
  );

it('changes the places of two codes and of no others', () => {
  fc.assert(
    fc.property(lists, fc.nat(19), fc.constantFrom(1 as const, -1 as const), (codes, at, step) => {
      const before = inOrder(codes);
      const moved = before[at % codes.length];
      if (!moved) return;
      const index = before.indexOf(moved);
      const placings = new Map(
        placingsFor(codes, moved.id, step).map((one) => [one.id, one.position]),
      );
      const after = inOrder(
        codes.map((code) => ({ ...code, position: placings.get(code.id) ?? code.position })),
      ).map(({ id }) => id);
      const expected = before.map(({ id }) => id);
      const target = index + step;
      if (target >= 0 && target < expected.length) {
        [expected[index], expected[target]] = [expected[target] ?? '', expected[index] ?? ''];
      }
      expect(after).toEqual(expected);
    }),
  );
});

it('touches only the two of them where positions tell all apart', () => {
  const codes = [10, 20, 40].map((position) => ({
    id: `i${position}`,
    code: `c${position}`,
    position,
  }));
  expect(placingsFor(codes, 'i20', 1)).toEqual([
    { id: 'i40', position: 20 },
    { id: 'i20', position: 40 },
  ]);
  expect(placingsFor(codes, 'i10', -1)).toEqual([]);
  expect(lastPosition(codes)).toBe(50);
  expect(lastPosition([])).toBe(10);
});
