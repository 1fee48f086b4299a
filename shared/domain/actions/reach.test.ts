import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { coverageOf, coveredDays, daysIn } from '../facts/coverage.ts';
import { daysReached, daysUnreached, isReached, LEAST_REACH } from './reach.ts';

const [FIRST, LAST] = ['2026-10-22', '2026-11-25'];
/** A source with many facts a day, from long before until a day. */
const until = (last: string) => coverageOf([{ first: '2026-01-01', last, facts: 9_000 }]);

describe('the days that the facts reach', () => {
  it('are those of the action where they go to its end', () => {
    const { days, reach } = daysReached(FIRST, LAST, [until(LAST), until('2026-12-03')]);
    expect(days.after).toEqual({ from: FIRST, to: '2026-11-26' });
    expect(reach).toEqual({ ran: days.after, until: '2026-11-26', whole: true });
    expect([daysUnreached(reach), isReached(reach)]).toEqual([0, true]);
  });

  it('end with the source that ends first, and those before are as many', () => {
    const { days, reach } = daysReached(FIRST, LAST, [until(LAST), until('2026-11-14')]);
    expect(days.after).toEqual({ from: FIRST, to: '2026-11-15' });
    expect(days.before).toEqual({ from: '2026-09-04', to: '2026-09-28' });
    expect([daysUnreached(reach), isReached(reach)]).toEqual([11, true]);
  });

  it('are too few to judge by where less than half is covered, none, or no source is known', () => {
    for (const [last, days] of [
      ['2026-11-07', 18],
      ['2026-10-22', 34],
      ['2026-10-21', 35],
      ['2026-03-01', 35],
    ] as const) {
      const { reach } = daysReached(FIRST, LAST, [until(last)]);
      expect([daysUnreached(reach), isReached(reach)]).toEqual([days, false]);
    }
    expect(isReached(daysReached(FIRST, LAST, [until('2026-11-08')]).reach)).toBe(true);
    const { reach } = daysReached(FIRST, LAST, []);
    expect(reach.until).toBeNull();
    expect([daysUnreached(reach), isReached(reach)]).toEqual([35, false]);
    expect(isReached(null)).toBe(true);
  });

  it('may not begin within the days before, nor have a hole', () => {
    const late = coverageOf([{ first: '2026-09-01', last: LAST, facts: 9_000 }]);
    const holed = coverageOf([
      { first: '2026-01-01', last: '2026-11-01', facts: 9_000 },
      { first: '2026-11-06', last: LAST, facts: 900 },
    ]);
    for (const coverage of [late, holed]) {
      const { reach } = daysReached(FIRST, LAST, [until(LAST), coverage]);
      expect(reach).toMatchObject({ until: '2026-11-26', whole: false });
      expect(isReached(reach)).toBe(false);
    }
  });

  it('judge by nothing that a source hardly covers', () => {
    const file = fc
      .record({
        from: fc.nat({ max: 200 }),
        days: fc.nat({ max: 200 }),
        facts: fc.nat({ max: 900 }),
      })
      .map(({ from, days, facts }) => ({
        first: addDays('2026-01-01', from),
        last: addDays('2026-01-01', from + days),
        facts,
      }));
    const sources = fc.array(fc.array(file, { minLength: 1, maxLength: 4 }), { maxLength: 3 });
    fc.assert(
      fc.property(
        sources,
        fc.nat({ max: 300 }),
        fc.integer({ min: 0, max: 60 }),
        (files, at, length) => {
          const first = addDays('2026-01-01', at);
          const coverages = files.map(coverageOf);
          const { days, reach } = daysReached(first, addDays(first, length), coverages);
          expect(daysIn(days.before)).toBe(daysIn(days.after));
          expect(daysIn(days.leadUp)).toBe(daysIn(days.after));
          expect(days.after.from).toBe(first);
          expect(days.after.to <= reach.ran.to).toBe(true);
          if (!isReached(reach)) return;
          expect(daysIn(days.after)).toBeGreaterThanOrEqual(LEAST_REACH * (length + 1));
          expect(coverages.length).toBeGreaterThan(0);
          const whole = { from: days.before.from, to: days.after.to };
          for (const coverage of coverages) {
            expect(coveredDays(coverage, whole)).toBeGreaterThanOrEqual((29 / 30) * daysIn(whole));
          }
        },
      ),
    );
  });
});
