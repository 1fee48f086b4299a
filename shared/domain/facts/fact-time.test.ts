import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { factPeriodOf, factTimeSchema } from './fact-time.ts';

const instant = fc
  .date({
    min: new Date('1995-01-01T00:00:00.000Z'),
    max: new Date('2060-01-01T00:00:00.000Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

describe('when a fact happened', () => {
  it.each([
    ['2018', 'year', '2018-01-01', '2018-12-31', null, null],
    ['2020-02', 'month', '2020-02-01', '2020-02-29', null, null],
    ['2020-12', 'month', '2020-12-01', '2020-12-31', null, null],
    ['2026-06-14', 'day', '2026-06-14', '2026-06-14', null, 7],
    // Half past midnight in Brussels is still the day before in UTC.
    ['2026-06-14T22:30:00.000Z', 'moment', '2026-06-15', '2026-06-15', 0, 1],
    ['2026-01-14T22:30:00.000Z', 'moment', '2026-01-14', '2026-01-14', 23, 3],
  ])('%s is a %s', (time, precision, firstDay, lastDay, hour, weekday) => {
    expect(factTimeSchema.parse(time)).toBe(time);
    expect(factPeriodOf(time)).toEqual({ precision, firstDay, lastDay, hour, weekday });
  });

  it.each(['', '18', '2018-13', '2018-00', '2018-12-32', '2018-2', '3018', '2018-12-05T10:00'])(
    'takes nothing for a time that is none: %j',
    (text) => expect(factTimeSchema.safeParse(text).success).toBe(false),
  );

  it('never says more than the source: a coarser text has no hour, and spans its finer ones', () => {
    fc.assert(
      fc.property(instant, (moment) => {
        const exact = factPeriodOf(moment);
        for (const length of [10, 7, 4]) {
          const coarse = factPeriodOf(exact.firstDay.slice(0, length));
          expect(coarse.hour).toBeNull();
          expect(coarse.weekday === null).toBe(length < 10);
          expect(coarse.firstDay <= exact.firstDay && exact.lastDay <= coarse.lastDay).toBe(true);
          // The day after the last is another month or year.
          expect(addDays(coarse.lastDay, 1).slice(0, length)).not.toBe(
            coarse.lastDay.slice(0, length),
          );
        }
      }),
    );
  });
});
