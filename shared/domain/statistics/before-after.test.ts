import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type BeforeAfter, differenceInDifferences, overdispersionOf } from './before-after.ts';

const beforeAfter: fc.Arbitrary<BeforeAfter> = fc.record({
  before: fc.nat({ max: 400 }),
  after: fc.nat({ max: 400 }),
});

describe('difference in differences', () => {
  it('is what is left when the comparison is taken off', () => {
    const effect = differenceInDifferences({ before: 100, after: 50 }, { before: 200, after: 180 });
    expect(effect.ratio).toBeCloseTo(50 / 90, 12);
    expect(effect.difference).toBeCloseTo(-40, 12);
    // Error of the logarithm: sqrt(1/100 + 1/50 + 1/200 + 1/180) = 0.20138.
    expect(effect.interval.low).toBeCloseTo((50 / 90) * Math.exp(-1.959964 * 0.2013841), 6);
    expect(effect.interval.high).toBeLessThan(1);
  });

  it('finds nothing where both did the same', () => {
    fc.assert(
      fc.property(beforeAfter, (area) => {
        const { ratio, interval, difference } = differenceInDifferences(area, area);
        expect(ratio).toBeCloseTo(1, 9);
        expect(interval.low).toBeLessThan(1);
        expect(interval.high).toBeGreaterThan(1);
        expect(difference).toBeCloseTo(0, 9);
      }),
    );
  });

  it('turns round with the areas, and is less sure where facts come in series', () => {
    fc.assert(
      fc.property(beforeAfter, beforeAfter, (one, other) => {
        const effect = differenceInDifferences(one, other);
        expect(effect.ratio * differenceInDifferences(other, one).ratio).toBeCloseTo(1, 9);
        expect(effect.interval.low).toBeLessThanOrEqual(effect.ratio);
        expect(effect.interval.high).toBeGreaterThanOrEqual(effect.ratio);
        const wider = differenceInDifferences(one, other, { factor: 2, freedom: Infinity });
        expect(wider.interval.high).toBeGreaterThan(effect.interval.high);
        const few = differenceInDifferences(one, other, { factor: 2, freedom: 4 });
        expect(few.interval.high).toBeGreaterThan(wider.interval.high);
      }),
    );
    const area = { before: 1, after: 1 };
    expect(() => differenceInDifferences(area, area, { factor: 0.5, freedom: 4 })).toThrow(
      RangeError,
    );
    expect(() => differenceInDifferences({ before: -1, after: 1 }, area)).toThrow(RangeError);
  });
});

describe('counts out of a number that differs', () => {
  it('are compared as shares: twice the answers make twice the insecure ones', () => {
    const treated = { before: 10, after: 20, of: { before: 40, after: 80 } };
    const comparison = { before: 12, after: 12, of: { before: 50, after: 50 } };
    const { ratio, expected, difference } = differenceInDifferences(treated, comparison);
    expect(expected).toBeCloseTo(20, 12);
    expect(ratio).toBeCloseTo(1, 12);
    expect(difference).toBeCloseTo(0, 12);
    const none = { ...treated, of: { before: 40, after: 0 } };
    expect(() => differenceInDifferences(none, comparison)).toThrow(RangeError);
  });
});

describe('overdispersion', () => {
  it('is what Pearson’s statistic says, and never below 1', () => {
    // Both expect 10 afterwards of 20: (5² + 5²) / 5 over one degree of freedom.
    const uneven = [
      { before: 5, after: 15 },
      { before: 15, after: 5 },
    ];
    expect(overdispersionOf(uneven).factor).toBeCloseTo(10, 12);
    expect(overdispersionOf(uneven).freedom).toBe(1);
    fc.assert(
      fc.property(fc.array(beforeAfter), (places) => {
        const { factor, freedom } = overdispersionOf(places);
        expect(factor).toBeGreaterThanOrEqual(1);
        const turned = overdispersionOf([...places].reverse());
        expect(turned.factor).toBeCloseTo(factor, 6);
        expect(turned.freedom).toBe(freedom);
      }),
    );
    const alike = Array.from({ length: 6 }, (_, place) => ({ before: place, after: 2 * place }));
    expect(overdispersionOf(alike)).toEqual({ factor: 1, freedom: 4 });
  });
});
