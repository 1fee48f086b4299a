import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import {
  bestStretch,
  coverageOf,
  type CoveredCounts,
  coveredDays,
  coveredUntil,
  coversWhole,
  FactDays,
  monthsMissing,
} from './coverage.ts';
import { factPeriodOf } from './fact-time.ts';
import { daysOfMonth } from './missing-months.ts';

const TODAY = '2026-11-26';
const year = (number: number) => ({ from: `${number}-01-01`, to: `${number + 1}-01-01` });
const daysOf = (...times: readonly string[]) => {
  const days = new FactDays();
  for (const time of times) days.add(factPeriodOf(time));
  return days.days();
};

describe('the days of a file', () => {
  it('are those of its facts, but for what is less exact than most of them', () => {
    expect(daysOf()).toBeNull();
    expect(daysOf('2025')).toEqual({ first: '2025-01-01', last: '2025-12-31', facts: 1 });
    expect(daysOf('2025-04', '2025-06', '2025')).toMatchObject({
      first: '2025-04-01',
      last: '2025-06-30',
    });
    expect(daysOf('2025-04-03', '2025-04-09', '2025-04', '2025-04-09T20:00:00.000Z')).toEqual({
      first: '2025-04-03',
      last: '2025-04-09',
      facts: 3,
      months: { '2025-04': 4 },
    });
    expect(daysOf('2025-04-03', '2025-04-09', '2025-06')?.months).toEqual({
      '2025-04': 2,
      '2025-06': 1,
    });
    expect(daysOf('2025', '2025', '2025-04-03')?.months).toBeUndefined();
  });
});

describe('a period', () => {
  it('is covered wholly when files hold facts from its beginning to its end', () => {
    const many = coverageOf([{ first: '2024-04-10', last: '2026-11-19', facts: 6_000 }]);
    expect([2023, 2024, 2025, 2026].filter((of) => coversWhole(many, year(of), TODAY))).toEqual([
      2025,
    ]);
    // A file that was made some days before the year ended.
    const early = coverageOf([{ first: '2024-01-02', last: '2024-12-28', facts: 6_000 }]);
    expect(coversWhole(early, year(2024), TODAY)).toBe(true);
  });

  it('is not when a file between others is missing, and is when they follow each other', () => {
    const file = (month: string) => ({ first: `${month}-01`, last: `${month}-28`, facts: 900 });
    const quarter = { from: '2025-01-01', to: '2025-04-01' };
    const gapped = coverageOf([file('2025-01'), file('2025-03')]);
    expect(coversWhole(gapped, quarter, TODAY)).toBe(false);
    const whole = ['2025-01', '2025-02', '2025-03'].map((month) => ({
      first: `${month}-01`,
      last: addDays(
        `${month === '2025-02' ? '2025-03' : `2025-0${Number(month.at(-1)) + 1}`}-01`,
        -1,
      ),
      facts: 30,
    }));
    expect(coversWhole(coverageOf(whole), quarter, TODAY)).toBe(true);
  });

  it('is not where the files have no fact in a month in which chance would have left some', () => {
    const months = { '2025-01': 300, '2025-02': 300, '2025-04': 300, '2025-05': 4 };
    const gapped = { first: '2025-01-01', last: '2025-05-01', facts: 904, months };
    const daysOfMarch = { from: '2025-03-01', to: '2025-04-01' };
    expect(coveredDays(coverageOf([gapped]), daysOfMarch)).toBe(0);
    expect(coveredDays(coverageOf([gapped]), { from: '2025-02-01', to: '2025-05-01' })).toBe(58);
    expect(coveredUntil(coverageOf([{ ...gapped, madeOn: '2025-05-02' }]))).toBe('2025-05-02');
    // Another file of the source has it, be it one that only knows the year.
    const march = {
      first: '2025-03-02',
      last: '2025-03-30',
      facts: 300,
      months: { '2025-03': 300 },
    };
    expect(coveredDays(coverageOf([gapped, march]), daysOfMarch)).toBe(31);
    const year = { first: '2025-01-01', last: '2025-12-31', facts: 900 };
    expect(coveredDays(coverageOf([gapped, year]), daysOfMarch)).toBe(31);
    // What a file covers beyond its own days is not in a month that is missing.
    const parts = [
      {
        first: '2025-01-01',
        last: '2025-02-28',
        facts: 20,
        months: { '2025-01': 10, '2025-02': 10 },
      },
      {
        first: '2025-04-01',
        last: '2025-05-30',
        facts: 20,
        months: { '2025-04': 10, '2025-05': 10 },
      },
    ];
    expect(coveredDays(coverageOf(parts), daysOfMarch)).toBe(0);
    const blind = parts.map(({ first, last, facts }) => ({ first, last, facts }));
    expect(coveredDays(coverageOf(blind), daysOfMarch)).toBe(16);
  });

  it('leaves room for the days that chance leaves empty where facts are rare', () => {
    // One a week: the first came after ten days.
    const rare = coverageOf([{ first: '2025-01-11', last: '2025-12-20', facts: 50 }]);
    expect(coversWhole(rare, { from: '2025-01-01', to: '2025-04-01' }, TODAY)).toBe(true);
    const late = coverageOf([{ first: '2025-03-01', last: '2025-12-20', facts: 50 }]);
    expect(coversWhole(late, { from: '2025-01-01', to: '2025-04-01' }, TODAY)).toBe(false);
  });

  it('is not covered after the day on which its file was brought in, however rare facts are', () => {
    const rare = { first: '2025-01-11', last: '2025-12-20', facts: 50 };
    expect(coveredUntil(coverageOf([rare]))).toBe('2026-01-10');
    expect(coveredUntil(coverageOf([{ ...rare, madeOn: '2025-12-22' }]))).toBe('2025-12-22');
    expect(coveredUntil(coverageOf([{ ...rare, madeOn: '2025-12-20' }]))).toBe('2025-12-21');
    // Facts that are known to the month, in a file that was made within it.
    expect(coveredUntil(coverageOf([{ ...rare, madeOn: '2025-12-05' }]))).toBe('2025-12-06');
    expect(coveredUntil([])).toBeNull();
  });

  it('that runs is not whole, and none is without a file', () => {
    const until = coverageOf([{ first: '2024-01-01', last: '2026-12-31', facts: 3 }]);
    expect(coversWhole(until, year(2026), TODAY)).toBe(false);
    expect(coversWhole(until, year(2026), '2027-01-01')).toBe(true);
    expect(coversWhole(coverageOf([]), year(2025), TODAY)).toBe(false);
  });

  const file = fc
    .record({
      from: fc.nat({ max: 900 }),
      days: fc.nat({ max: 400 }),
      facts: fc.integer({ min: 1, max: 9_000 }),
    })
    .map(({ from, days, facts }) => ({
      first: addDays('2024-01-01', from),
      last: addDays('2024-01-01', from + days),
      facts,
    }));

  const months = fc.dictionary(
    fc.constantFrom('2024-01', '2024-02', '2024-03', '2024-06', '2024-07', '2024-12'),
    fc.integer({ min: 1, max: 40 }),
  );

  it('is covered by no more days for what months say, and by none of a month that is missing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(file, months), { maxLength: 4 }), (drawn) => {
        const files = drawn.map(([one, own]) => ({ ...one, months: own }));
        const coverage = coverageOf(files);
        const first = { from: '2023-11-01', to: '2028-01-01' };
        const blind = coverageOf(drawn.map(([one]) => one));
        const missing = monthsMissing(files).map(daysOfMonth);
        if (missing.length === 0) expect(coverage).toEqual(blind);
        const less = coveredDays(blind, first) - coveredDays(coverage, first);
        const lost = missing.reduce((sum, month) => sum + coveredDays(blind, month), 0);
        expect(less).toBeGreaterThanOrEqual(lost);
        for (const month of missing) expect(coveredDays(coverage, month)).toBe(0);
        for (const [at, one] of coverage.entries()) {
          expect(one.from).toBeLessThan(one.to);
          expect(one.from).toBeGreaterThan(coverage[at - 1]?.to ?? -Infinity);
        }
      }),
    );
  });

  it('is covered alike in whatever order files come, and all of it by a file that spans it', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 5 }), fc.nat({ max: 400 }), (files, start) => {
        const from = addDays('2024-01-01', start);
        const period = { from, to: addDays(from, 90) };
        const covered = coveredDays(coverageOf(files), period);
        expect(covered).toBeGreaterThanOrEqual(0);
        expect(covered).toBeLessThanOrEqual(90);
        const backwards = coveredDays(coverageOf([...files].reverse()), period);
        expect(backwards).toBe(covered);
        for (const { first, last } of files) {
          if (first <= period.from && last >= addDays(period.to, -1)) expect(covered).toBe(90);
        }
      }),
    );
  });
});

describe('the stretch that a trend is told of', () => {
  const source = (whole: string, counts: readonly number[]): CoveredCounts => ({
    isWhole: [...whole].map((one) => one === 'x'),
    counts,
  });

  it('leaves periods out that a source does not cover, or the source, whichever keeps more facts', () => {
    expect(bestStretch([source('..xxxx.', [9, 9, 5, 5, 5, 5, 9])])).toEqual({
      from: 2,
      to: 6,
      sources: [0],
    });
    const long = source('xxxxxx', [5, 5, 5, 5, 5, 5]);
    expect(bestStretch([long, source('....xx', [0, 0, 0, 0, 2, 2])])?.sources).toEqual([0]);
    expect(bestStretch([long, source('.xxxxx', [0, 9, 9, 9, 9, 9])])).toEqual({
      from: 1,
      to: 6,
      sources: [0, 1],
    });
    expect(bestStretch([])).toBeNull();
    expect(bestStretch([source('...', [1, 2, 3])])).toBeNull();
  });

  it('keeps whole periods without a fact', () => {
    expect(bestStretch([source('xxxx', [0, 3, 3, 0])])).toMatchObject({ from: 0, to: 4 });
  });

  it('holds nothing but what every source of it covers, and no stretch holds more', () => {
    const row = fc
      .array(fc.tuple(fc.boolean(), fc.nat({ max: 20 })), { minLength: 8, maxLength: 8 })
      .map((cells) => ({
        isWhole: cells.map(([isWhole]) => isWhole),
        counts: cells.map(([, count]) => count),
      }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (sources) => {
        const best = bestStretch(sources);
        const held = (from: number, to: number, own: readonly CoveredCounts[]) =>
          own
            .filter(({ isWhole }) => isWhole.slice(from, to).every(Boolean))
            .flatMap(({ counts }) => counts.slice(from, to))
            .reduce((sum, count) => sum + count, 0);
        if (!best) {
          expect(sources.some(({ isWhole }) => isWhole.includes(true))).toBe(false);
          return;
        }
        const own = best.sources.map((number) => sources[number]);
        for (const one of own) expect(one?.isWhole.slice(best.from, best.to)).not.toContain(false);
        const most = held(best.from, best.to, sources);
        for (let from = 0; from < 8; from += 1) {
          for (let to = from + 1; to <= 8; to += 1) {
            expect(held(from, to, sources)).toBeLessThanOrEqual(most);
          }
        }
      }),
    );
  });
});
