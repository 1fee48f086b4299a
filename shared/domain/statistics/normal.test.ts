import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { twoSidedP, upperTail, Z95 } from './normal.ts';

describe('the tail of the normal distribution', () => {
  it('has the values of the tables', () => {
    // R 4.2: pnorm(z, lower.tail = FALSE)
    for (const [z, p] of [
      [0, 0.5],
      [0.5, 0.308537538725987],
      [1, 0.158655253931457],
      [2.9, 0.00186581330038404],
      [3, 0.00134989803163009],
      [5.342713639408, 4.578267741302e-8],
      [8, 6.22096057427178e-16],
    ] as const) {
      expect(upperTail(z) / p).toBeCloseTo(1, 9);
    }
    expect(twoSidedP(Z95)).toBeCloseTo(0.05, 12);
  });

  it('falls, and is symmetrical', () => {
    const z = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(z, z, (one, other) => {
        expect(upperTail(one) + upperTail(-one)).toBeCloseTo(1, 12);
        if (one < other) expect(upperTail(one)).toBeGreaterThanOrEqual(upperTail(other));
      }),
    );
    expect(() => upperTail(Number.NaN)).toThrow(RangeError);
  });
});
