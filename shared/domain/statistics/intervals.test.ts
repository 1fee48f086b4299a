import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { poissonInterval, rateInterval, weightedSumInterval, wilsonInterval } from './intervals.ts';

describe('the interval of a proportion', () => {
  it('has the published values', () => {
    // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
    for (const [hits, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const interval = wilsonInterval(hits, n);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
  });

  it('holds the share, lies within 0 and 1, and narrows with more answers', () => {
    const answers = fc
      .integer({ min: 1, max: 500 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(answers, ([hits, n]) => {
        const { low, high } = wilsonInterval(hits, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / n);
        expect(high).toBeGreaterThanOrEqual(hits / n);
        const more = wilsonInterval(hits * 4, n * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  it('needs an answer', () => {
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError);
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  });
});

describe('the interval of a count', () => {
  it('has the exact published values', () => {
    // R 4.2: poisson.test(count)$conf.int
    for (const [count, low, high] of [
      [0, 0, 3.6889],
      [1, 0.0253, 5.5716],
      [3, 0.6187, 8.7673],
      [10, 4.7954, 18.3904],
      [50, 37.1108, 65.9185],
      [100, 81.3639, 121.6272],
    ] as const) {
      const interval = poissonInterval(count);
      expect(interval.low).toBeCloseTo(low, count > 50 ? 1 : 3);
      expect(interval.high).toBeCloseTo(high, count > 50 ? 1 : 3);
    }
  });

  it('holds the count and grows with it, also where the method changes', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2_000 }), (count) => {
        const { low, high } = poissonInterval(count);
        const next = poissonInterval(count + 1);
        expect(low).toBeLessThanOrEqual(count);
        expect(high).toBeGreaterThan(count);
        expect(next.low).toBeGreaterThan(low);
        expect(next.high).toBeGreaterThan(high);
      }),
    );
  });

  it('is spread over its exposure', () => {
    expect(rateInterval(3, 0.5).high).toBeCloseTo(17.535, 2);
    expect(() => rateInterval(3, 0)).toThrow(RangeError);
    expect(() => poissonInterval(1.5)).toThrow(RangeError);
  });
});

describe('the interval of a sum of weights', () => {
  const weights = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { maxLength: 80 });
  const added = (each: readonly number[]) => ({
    count: each.length,
    sum: each.reduce((sum, weight) => sum + weight, 0),
    squares: each.reduce((sum, weight) => sum + weight ** 2, 0),
  });

  it('is that of the count when all weights are 1', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), (count) => {
        const weighted = weightedSumInterval({ count, sum: count, squares: count });
        const plain = poissonInterval(count);
        expect(weighted.low).toBeCloseTo(plain.low, 6);
        expect(weighted.high).toBeCloseTo(plain.high, 6);
      }),
    );
  });

  it('scales with the unit of the weights and holds the sum', () => {
    fc.assert(
      fc.property(weights, (each) => {
        const one = added(each);
        const { low, high } = weightedSumInterval(one);
        expect(low).toBeLessThanOrEqual(one.sum + 1e-9);
        expect(high).toBeGreaterThanOrEqual(one.sum - 1e-9);
        const doubled = weightedSumInterval(added(each.map((weight) => 2 * weight)));
        if (each.length > 0) expect(doubled.high).toBeCloseTo(2 * high, 6);
      }),
    );
    expect(() => weightedSumInterval({ count: 1, sum: -1, squares: 1 })).toThrow(RangeError);
  });
});
