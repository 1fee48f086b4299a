import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { trendOf } from './trend.ts';

const counts = fc.array(fc.nat({ max: 200 }), { minLength: 4, maxLength: 36 });

describe('the trend of counts', () => {
  it('is the factor of a series that grows by it', () => {
    const doubling = trendOf([5, 10, 20, 40, 80, 160], []);
    expect(doubling).toMatchObject({ kind: 'trend', factor: expect.closeTo(2, 9) });
    const flat = trendOf([30, 30, 30, 30, 30], []);
    expect(flat).toMatchObject({ kind: 'trend', factor: expect.closeTo(1, 9) });
  });

  it('has the error of the regression', () => {
    // Seven facts a period on average, flat and no wider than chance: the slope has the error
    // 1 / sqrt(7 * (4 + 1 + 0 + 1 + 4)) = 0.11952.
    const trend = trendOf([7, 7, 7, 7, 7], []);
    if (trend.kind !== 'trend') throw new Error('no trend');
    expect(trend.interval.high).toBeCloseTo(Math.exp(1.959964 * 0.1195229), 6);
    // Symmetrical, so flat as well, but spread more than chance would: 196 / 7 over three degrees.
    const uneven = trendOf([14, 0, 7, 0, 14], []);
    if (uneven.kind !== 'trend') throw new Error('no trend');
    const wider = Math.sqrt((49 + 49 + 0 + 49 + 49) / 7 / 3);
    expect(uneven.interval.high).toBeCloseTo(Math.exp(1.959964 * 0.1195229 * wider), 6);
  });

  it('turns round with time', () => {
    fc.assert(
      fc.property(counts, (series) => {
        const trend = trendOf(series, []);
        const backwards = trendOf([...series].reverse(), []);
        expect(backwards.kind).toBe(trend.kind);
        if (trend.kind !== 'trend' || backwards.kind !== 'trend') return;
        expect(Math.log(trend.factor)).toBeCloseTo(-Math.log(backwards.factor), 6);
        expect(trend.interval.low).toBeLessThanOrEqual(trend.factor);
        expect(trend.interval.high).toBeGreaterThanOrEqual(trend.factor);
      }),
    );
  });

  it('is refused across a break of method, however it looks', () => {
    fc.assert(
      fc.property(counts, fc.nat({ max: 60 }), (series, period) => {
        const trend = trendOf(series, [{ period }]);
        if (period > 0 && period < series.length) expect(trend).toEqual({ kind: 'break', period });
        else expect(trend.kind).not.toBe('break');
      }),
    );
  });

  it('is not told from few periods or facts, or where all came at once', () => {
    expect(trendOf([10, 20, 30], []).kind).toBe('too-few');
    expect(trendOf([1, 2, 3, 3], []).kind).toBe('too-few');
    expect(trendOf([0, 0, 0, 50], []).kind).toBe('too-few');
  });
});
