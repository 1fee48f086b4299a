import fc from 'fast-check';
import { expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { daysIn } from '../actions/measure.ts';
import { isoDayOf, mondayOf, overlapOf, weekOf, weeksFrom } from './week.ts';

const days = fc.integer({ min: -2_000, max: 2_000 }).map((count) => addDays('2026-06-15', count));

it('begins weeks on Monday', () => {
  expect(isoDayOf('2026-06-15')).toBe(1);
  expect(isoDayOf('2026-06-21')).toBe(7);
  expect(weekOf('2026-06-21')).toEqual({ from: '2026-06-15', to: '2026-06-21' });
});

it('puts every day in one week, and weeks side by side', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 30 }), (day, count) => {
      const { from, to } = weekOf(day);
      expect(from <= day && day <= to && isoDayOf(from) === 1 && isoDayOf(to) === 7).toBe(true);
      expect(addDays(from, isoDayOf(day) - 1)).toBe(day);
      const weeks = weeksFrom(day, count);
      expect(weeks[0]).toEqual({ from, to });
      for (const [index, week] of weeks.entries()) {
        expect(week.from).toBe(addDays(mondayOf(day), 7 * index));
      }
    }),
  );
});

it('finds the days that both periods have', () => {
  const periods = fc
    .tuple(days, fc.integer({ min: 0, max: 60 }))
    .map(([from, length]) => ({ from, to: addDays(from, length) }));
  fc.assert(
    fc.property(periods, periods, days, (one, other, day) => {
      const both = overlapOf(one, other);
      expect(overlapOf(other, one)).toEqual(both);
      const isIn = (period: typeof one): boolean => period.from <= day && day <= period.to;
      expect(both !== undefined && isIn(both)).toBe(isIn(one) && isIn(other));
      if (both) expect(daysIn(both)).toBeGreaterThan(0);
    }),
  );
});
