import { describe, expect, it } from 'vitest';

import { chainLines } from './line-chains.ts';

const line = (...numbers: number[]): Float64Array => Float64Array.from(numbers);
const asLists = (lines: readonly Float64Array[]): number[][] => lines.map((each) => [...each]);

describe('chainLines', () => {
  it('joins lines end to end, whichever way they were drawn', () => {
    const chains = chainLines([line(1, 0, 2, 0), line(1, 0, 0, 0), line(3, 0, 2, 0)]);
    expect(asLists(chains)).toEqual([[0, 0, 1, 0, 2, 0, 3, 0]]);
  });

  it('leaves a fork cut, and lines that do not meet apart', () => {
    const chains = chainLines([
      line(0, 0, 1, 0),
      line(1, 0, 2, 1),
      line(1, 0, 2, -1),
      line(9, 9, 8, 8),
    ]);
    expect(chains).toHaveLength(4);
  });

  it('goes once around a ring', () => {
    const chains = chainLines([line(0, 0, 1, 0), line(1, 0, 1, 1), line(1, 1, 0, 0)]);
    expect(asLists(chains)).toEqual([[0, 0, 1, 0, 1, 1, 0, 0]]);
  });
});
