import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { MethodBreak } from './fact.ts';
import { breaksWithin, comparablePeriods, suspectBreaks, trendOf } from './method-break.ts';

const years = (first: number, amounts: readonly number[]) =>
  amounts.map((amount, at) => ({
    from: `${first + at}-01-01`,
    to: `${first + at + 1}-01-01`,
    amount,
  }));
const cameras: MethodBreak = { on: '2022-03-01', note: 'new cameras' };

describe('a trend', () => {
  it('is the median slope, which one odd year does not turn', () => {
    const series = years(2015, [10, 12, 14, 900, 18]);
    expect(trendOf(series, [])).toEqual({ kind: 'trend', perPeriod: 2 });
  });

  it('is refused across a change of method, with the change for an answer', () => {
    const series = years(2018, [10, 10, 10, 10, 300, 300]);
    expect(trendOf(series, [cameras])).toEqual({ kind: 'method-break', breaks: [cameras] });
    const after = comparablePeriods(series, [cameras]);
    expect(after.map(({ from }) => from)).toEqual(['2023-01-01']);
    expect(trendOf(after, [cameras])).toEqual({ kind: 'too-short' });
    expect(trendOf(series.slice(0, 4), [cameras])).toEqual({ kind: 'trend', perPeriod: 0 });
  });

  it('is not for few periods', () => {
    expect(trendOf(years(2015, [1, 2, 3]), [])).toEqual({ kind: 'too-short' });
    expect(trendOf([], [cameras])).toEqual({ kind: 'too-short' });
  });

  const series = fc
    .array(fc.nat(1_000), { minLength: 4, maxLength: 12 })
    .map((amounts) => years(2010, amounts));
  const breaks = fc.array(
    fc
      .date({ min: new Date('2005-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => ({ on: date.toISOString().slice(0, 10), note: 'x' })),
  );

  it('never spans a break, and always can be told of what comes after the last', () => {
    fc.assert(
      fc.property(series, breaks, (periods, given) => {
        const parting = breaksWithin(periods, given);
        expect(trendOf(periods, given).kind === 'method-break').toBe(parting.length > 0);
        const after = comparablePeriods(periods, given);
        expect(trendOf(after, given).kind).not.toBe('method-break');
        for (const { on } of parting) expect(after.every(({ from }) => from >= on)).toBe(true);
      }),
    );
  });

  it('turns round with the series', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 4, maxLength: 12 }), (amounts) => {
        const up = trendOf(years(2010, amounts), []);
        const down = trendOf(years(2010, amounts.toReversed()), []);
        if (up.kind !== 'trend' || down.kind !== 'trend') throw new Error('no trend');
        expect(up.perPeriod).toBeCloseTo(-down.perPeriod, 9);
      }),
    );
  });
});

describe('a year in which places and counts rose together', () => {
  it('is asked about', () => {
    expect(
      suspectBreaks([
        { year: 2019, amount: 100, places: 10 },
        { year: 2020, amount: 90, places: 20 },
        { year: 2021, amount: 200, places: 21 },
        { year: 2022, amount: 400, places: 30 },
      ]),
    ).toEqual(['2022-01-01']);
    expect(suspectBreaks([])).toEqual([]);
    expect(suspectBreaks([{ year: 2019, amount: 1, places: 0 }])).toEqual([]);
  });
});
