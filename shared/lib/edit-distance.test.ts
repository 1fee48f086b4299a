import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { editDistance } from './edit-distance.ts';

/** The textbook table without a band, as the oracle. */
function fullDistance(typed: string, name: string): { whole: number; prefix: number } {
  const table = Array.from({ length: typed.length + 1 }, () =>
    new Array<number>(name.length + 1).fill(0),
  );
  const cell = (row: number, column: number): number => table[row]?.[column] ?? Infinity;
  const put = (row: number, column: number, value: number): void => {
    const line = table[row];
    if (line) line[column] = value;
  };
  for (let row = 0; row <= typed.length; row += 1) {
    for (let column = 0; column <= name.length; column += 1) {
      if (row === 0 || column === 0) {
        put(row, column, row + column);
        continue;
      }
      const same = typed[row - 1] === name[column - 1];
      let cost = Math.min(
        cell(row - 1, column) + 1,
        cell(row, column - 1) + 1,
        cell(row - 1, column - 1) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        typed[row - 1] === name[column - 2] &&
        typed[row - 2] === name[column - 1];
      if (swapped) cost = Math.min(cost, cell(row - 2, column - 2) + 1);
      put(row, column, cost);
    }
  }
  const last = table[typed.length] ?? [];
  return { whole: cell(typed.length, name.length), prefix: Math.min(...last) };
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

describe('editDistance', () => {
  it.each([
    ['kerkstraat', 'kerkstraat', 0, 0],
    ['kerksrtaat', 'kerkstraat', 1, 1],
    ['kerkstrat', 'kerkstraat', 1, 1],
    ['kekrs', 'kerkstraat', 3, 1],
    ['', 'ab', 2, 0],
  ])('%s to %s', (typed, name, whole, prefix) => {
    const distance = editDistance(typed, name, 0, 2);
    expect(distance).toEqual({ whole: Math.min(whole, 3), prefix });
  });

  it('agrees with the full table wherever that is within the limit', () => {
    fc.assert(
      fc.property(word, word, word, fc.integer({ min: 0, max: 3 }), (typed, lead, name, most) => {
        const full = fullDistance(typed, name);
        const banded = editDistance(typed, lead + name, lead.length, most);
        expect(banded.whole).toBe(Math.min(full.whole, most + 1));
        expect(banded.prefix).toBe(Math.min(full.prefix, most + 1));
      }),
      { numRuns: 5_000 },
    );
  });

  it('takes names longer than its first rows', () => {
    const name = 'x'.repeat(300);
    expect(editDistance(name.slice(1), name, 0, 2)).toEqual({ whole: 1, prefix: 0 });
  });
});
