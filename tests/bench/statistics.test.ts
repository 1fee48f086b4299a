import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { percentile, spreadOf } from './statistics.ts';

const durations = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
const shares = fc.double({ min: 0, max: 1, minExcluded: true, noNaN: true });

describe('percentile', () => {
  it('is the nearest rank', () => {
    // The example of https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
    const values = [35, 20, 15, 50, 40];
    expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(values, share))).toEqual([
      15, 20, 20, 35, 50,
    ]);
  });

  it('is a measured value that at least this share does not exceed', () => {
    fc.assert(
      fc.property(durations, shares, (values, share) => {
        const value = percentile(values, share);
        expect(values).toContain(value);
        const within = values.filter((other) => other <= value).length;
        const below = values.filter((other) => other < value).length;
        expect(within).toBeGreaterThanOrEqual(share * values.length);
        expect(below).toBeLessThan(share * values.length);
      }),
    );
  });

  it('does not care about the order, and leaves the values as they were', () => {
    const values = [3, 1, 2];
    expect(percentile(values, 0.5)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
  });

  it('refuses what cannot be answered', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
    expect(() => percentile([1], 0)).toThrow(RangeError);
    expect(() => percentile([1], 1.1)).toThrow(RangeError);
    expect(() => percentile([1], Number.NaN)).toThrow(RangeError);
  });
});

it('tells a spread', () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index);
  expect(spreadOf(values)).toEqual({ count: 200, p50: 100, p95: 190, p99: 198, max: 200 });
});
