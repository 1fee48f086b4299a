import { expect, it } from 'vitest';

import { Z95 } from './normal.ts';
import { student95 } from './student.ts';

// Table 26.10 of Abramowitz and Stegun 1964, the column of 0.95.
it.each([
  [1, 12.706, 0.0001],
  [2, 4.303, 0.01],
  [3, 3.182, 0.003],
  [4, 2.776, 0.001],
  [11, 2.201, 0.001],
  [30, 2.042, 0.001],
  [120, 1.98, 0.001],
])('is the published percentile for %i degrees of freedom', (freedom, published, error) => {
  expect(Math.abs(student95(freedom) / published - 1)).toBeLessThan(error);
});

it('is that of the normal distribution in the end, and wider before', () => {
  expect(student95(Infinity)).toBe(Z95);
  expect(student95(500)).toBeGreaterThan(Z95);
  expect(() => student95(0.5)).toThrow(RangeError);
});
