import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { WeightedSum } from './intervals.ts';
import { type PredictedPlace, predictionIndex } from './prediction.ts';

const sumOf = (weights: readonly number[]): WeightedSum => ({
  count: weights.length,
  sum: weights.reduce((sum, weight) => sum + weight, 0),
  squares: weights.reduce((sum, weight) => sum + weight ** 2, 0),
});
const facts = (count: number, weight = 1): WeightedSum =>
  sumOf(Array.from({ length: count }, () => weight));

describe('the prediction index', () => {
  it('is the share of facts over the share of metres', () => {
    const places = [
      { score: 0, length: 900, next: facts(20) },
      { score: 5, length: 100, next: facts(20) },
    ];
    const index = predictionIndex(places, 0.1);
    expect(index).toMatchObject({ places: 1, hits: 20, total: 40, predicts: true });
    expect(index?.index).toBeCloseTo(5, 12);
    expect(index?.efficiency).toBeCloseTo(1, 12);
  });

  it('does not call a map a prediction that catches what chance would', () => {
    const blind = Array.from({ length: 100 }, (_, place) => ({
      score: 100 - place,
      length: 100,
      next: facts(3),
    }));
    const index = predictionIndex(blind, 0.05);
    expect(index?.index).toBeCloseTo(1, 12);
    expect(index?.predicts).toBe(false);
  });

  it('does not call three lucky hits a prediction', () => {
    const few = [
      { score: 1, length: 300, next: facts(2) },
      { score: 0, length: 700, next: facts(1) },
    ];
    const index = predictionIndex(few, 0.3);
    expect(index?.index).toBeGreaterThan(2);
    expect(index?.predicts).toBe(false);
  });

  it('says nothing without facts to catch, or without hot places', () => {
    expect(predictionIndex([{ score: 1, length: 10, next: facts(0) }], 0.5)).toBeNull();
    expect(predictionIndex([{ score: 0, length: 10, next: facts(4) }], 0.5)).toBeNull();
    expect(() => predictionIndex([], 0)).toThrow(RangeError);
  });

  it('counts facts by their weights, as the scores do', () => {
    const places = (heavy: number) => [
      { score: 5, length: 100, next: facts(2, heavy) },
      { score: 0, length: 900, next: facts(8) },
    ];
    // Two of ten facts on a tenth of the length; at weight 4 they are half of all that counts.
    expect(predictionIndex(places(1), 0.1)).toMatchObject({ hits: 2, total: 10 });
    expect(predictionIndex(places(1), 0.1)?.index).toBeCloseTo(2, 12);
    expect(predictionIndex(places(4), 0.1)).toMatchObject({ hits: 2, total: 10 });
    expect(predictionIndex(places(4), 0.1)?.index).toBeCloseTo(5, 12);
    expect(predictionIndex(places(0), 0.1)?.index).toBe(0);
  });

  it('is that of the counts, with the same interval, whatever one weight all facts have', () => {
    const lists = fc.array(
      fc.record({
        score: fc.nat({ max: 9 }),
        length: fc.integer({ min: 1, max: 500 }),
        count: fc.nat({ max: 9 }),
      }),
      { minLength: 1 },
    );
    const weights = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(lists, weights, (list, weight) => {
        const [one, other] = [1, weight].map((each) =>
          predictionIndex(
            list.map(({ count, ...place }) => ({ ...place, next: facts(count, each) })),
            0.3,
          ),
        );
        expect(other === null).toBe(one === null);
        if (!one || !other) return;
        expect(other.index).toBeCloseTo(one.index, 6);
        expect(other.interval.low).toBeCloseTo(one.interval.low, 6);
        expect(other.interval.high).toBeCloseTo(one.interval.high, 6);
        expect(other.efficiency).toBeCloseTo(one.efficiency, 6);
      }),
    );
  });

  it('is less sure where few facts weigh most', () => {
    const like = (next: WeightedSum) =>
      predictionIndex(
        [
          { score: 1, length: 100, next },
          { score: 0, length: 100, next },
        ],
        0.5,
      );
    const even = like(facts(20));
    const uneven = like(sumOf([100, ...Array.from({ length: 19 }, () => 0.1)]));
    expect(uneven?.index).toBeCloseTo(even?.index ?? 0, 9);
    expect(uneven?.interval.low).toBeLessThan(even?.interval.low ?? 0);
  });

  it('lies in its interval, is 1 for all metres, and no choice beats the best one', () => {
    const place: fc.Arbitrary<PredictedPlace> = fc.record({
      score: fc.integer({ min: 1, max: 9 }),
      length: fc.integer({ min: 1, max: 500 }),
      next: fc
        .array(fc.constantFrom(0, 0.5, 1, 4, 20), { maxLength: 9 })
        .map((weights) => sumOf(weights)),
    });
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), share, (places, lengthShare) => {
        const index = predictionIndex(places, lengthShare);
        if (!index) return;
        expect(index.interval.low).toBeLessThanOrEqual(index.index + 1e-9);
        expect(index.interval.high).toBeGreaterThanOrEqual(index.index - 1e-9);
        expect(index.efficiency).toBeLessThanOrEqual(1 + 1e-9);
        expect(predictionIndex(places, 1)?.index).toBeCloseTo(1, 9);
      }),
    );
  });
});
