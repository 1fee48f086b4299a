import fc from 'fast-check';
import { expect, it } from 'vitest';

import { Z95 } from './normal.ts';
import { student95 } from './student.ts';

// Table 26.10 of Abramowitz and Stegun 1964, the column of 0.95.
it.each([
  [1, 12.706, 0.0001],
  [2, 4.303, 0.01],
  [3, 3.182, 0.003],
  [4, 2.776, 0.001],
  [5, 2.571, 0.001],
  [6, 2.447, 0.001],
  [8, 2.306, 0.001],
  [10, 2.228, 0.001],
  [11, 2.201, 0.001],
  [15, 2.131, 0.001],
  [20, 2.086, 0.001],
  [30, 2.042, 0.001],
  [60, 2, 0.001],
  [120, 1.98, 0.001],
])('is the published percentile for %i degrees of freedom', (freedom, published, error) => {
  expect(Math.abs(student95(freedom) / published - 1)).toBeLessThan(error);
});

it('is that of the normal distribution in the end, and wider before', () => {
  expect(student95(Infinity)).toBe(Z95);
  expect(student95(500)).toBeGreaterThan(Z95);
  expect(() => student95(0.5)).toThrow(RangeError);
});

it('is narrower the more degrees of freedom there are, and never as narrow as the normal one', () => {
  const freedom = fc.double({ min: 2, max: 1_000, noNaN: true });
  fc.assert(
    fc.property(freedom, fc.double({ min: 1e-3, max: 1_000, noNaN: true }), (fewer, more) => {
      expect(student95(fewer + more)).toBeLessThan(student95(fewer));
      expect(student95(fewer + more)).toBeGreaterThan(Z95);
    }),
  );
  expect(student95(2)).toBeLessThan(student95(1));
});

it('leaves as much below as above: a fortieth on either side, by the density itself', () => {
  fc.assert(
    fc.property(fc.double({ min: 2, max: 200, noNaN: true }), (freedom) => {
      const percentile = student95(freedom);
      const below = shareBetween(-Infinity, -percentile, freedom);
      const above = shareBetween(percentile, Infinity, freedom);
      expect(Math.abs(below - above)).toBeLessThan(1e-9);
      // What the expansion is off: 1 % of the percentile for two degrees of freedom, 0.1 % from four on.
      expect(Math.abs(below + above - 0.05)).toBeLessThan(freedom < 4 ? 1e-3 : 2e-4);
    }),
    { numRuns: 60 },
  );
});

it('refuses what is no number of degrees of freedom', () => {
  const none = fc.oneof(
    fc.double({ max: 2, maxExcluded: true, noNaN: true }).filter((freedom) => freedom !== 1),
    fc.constant(NaN),
  );
  fc.assert(
    fc.property(none, (freedom) => {
      expect(() => student95(freedom)).toThrow(RangeError);
    }),
  );
});

/**
 * The share of Student's distribution between two values, by Simpson's rule: with t = sqrt(freedom) tan(angle) its density
 * is a power of a cosine over a bounded interval.
 */
function shareBetween(from: number, to: number, freedom: number): number {
  const angle = (value: number): number => Math.atan(value / Math.sqrt(freedom));
  const density = (at: number): number => Math.max(Math.cos(at), 0) ** (freedom - 1);
  return simpson(density, angle(from), angle(to)) / simpson(density, -Math.PI / 2, Math.PI / 2);
}

function simpson(of: (at: number) => number, from: number, to: number): number {
  const parts = 4_000;
  const step = (to - from) / parts;
  let sum = of(from) + of(to);
  for (let part = 1; part < parts; part += 1) {
    sum += of(from + part * step) * (part % 2 === 0 ? 2 : 4);
  }
  return (sum * step) / 3;
}
