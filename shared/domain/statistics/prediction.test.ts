import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type PredictedPlace, predictionIndex } from './prediction.ts';

describe('the prediction index', () => {
  it('is the share of facts over the share of metres', () => {
    const places = [
      { score: 0, length: 900, next: 20 },
      { score: 5, length: 100, next: 20 },
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
      next: 3,
    }));
    const index = predictionIndex(blind, 0.05);
    expect(index?.index).toBeCloseTo(1, 12);
    expect(index?.predicts).toBe(false);
  });

  it('does not call three lucky hits a prediction', () => {
    const few = [
      { score: 1, length: 300, next: 2 },
      { score: 0, length: 700, next: 1 },
    ];
    const index = predictionIndex(few, 0.3);
    expect(index?.index).toBeGreaterThan(2);
    expect(index?.predicts).toBe(false);
  });

  it('says nothing without facts to catch, or without hot places', () => {
    expect(predictionIndex([{ score: 1, length: 10, next: 0 }], 0.5)).toBeNull();
    expect(predictionIndex([{ score: 0, length: 10, next: 4 }], 0.5)).toBeNull();
    expect(() => predictionIndex([], 0)).toThrow(RangeError);
  });

  it('lies in its interval, is 1 for all metres, and no choice beats the best one', () => {
    const place: fc.Arbitrary<PredictedPlace> = fc.record({
      score: fc.integer({ min: 1, max: 9 }),
      length: fc.integer({ min: 1, max: 500 }),
      next: fc.nat({ max: 9 }),
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
