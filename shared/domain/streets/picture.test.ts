import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, dayOf } from '../../lib/dates.ts';
import { answersOf, countedSince, FEWEST_ANSWERS, hourOfWeek, quartersUpTo } from './picture.ts';

const days = fc.integer({ min: -6_000, max: 6_000 }).map((count) => addDays('2026-06-15', count));

describe('quarters', () => {
  it('follow each other without a gap, and the last one holds today', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 20 }), (today, count) => {
        const quarters = quartersUpTo(today, count);
        expect(quarters).toHaveLength(count);
        for (const [index, { from, to }] of quarters.entries()) {
          expect(from).toMatch(/-(01|04|07|10)-01$/);
          expect(to).toBe(quarters[index + 1]?.from ?? to);
        }
        const last = quarters.at(-1);
        expect(last && last.from <= today && today < last.to).toBe(true);
      }),
    );
  });
});

it('counts twelve months back, also from the last day of February', () => {
  expect(countedSince('2026-06-15')).toBe('2025-06-15');
  expect(countedSince('2028-02-29')).toBe('2027-02-28');
});

describe('answers', () => {
  it('are told from the fifth on, and counted always', () => {
    const counts = fc.array(fc.nat({ max: 4 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, (steps) => {
        const told = answersOf(steps);
        expect(told.n).toBe(steps.reduce((sum, count) => sum + count, 0));
        expect(told.steps).toEqual(told.n < FEWEST_ANSWERS ? null : steps);
      }),
    );
  });
});

describe('the hour of the week', () => {
  it('is the one that the clocks of Brussels show', () => {
    // Monday 15 June 2026, 09:30 in Brussels.
    const hours = Math.floor(Date.parse('2026-06-15T07:30:00.000Z') / 3_600_000);
    expect(hourOfWeek(hours, 2)).toBe(9);
    expect(hourOfWeek(hours - 10, 2)).toBe(6 * 24 + 23);
  });

  it('goes by whole days with the weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (hours) => {
        const noon = new Date(hours * 3_600_000).toISOString();
        const monday = (new Date(`${dayOf(noon)}T00:00:00Z`).getUTCDay() + 6) % 7;
        const utc = Math.floor(hourOfWeek(hours, 0) / 24);
        expect([monday, (monday + 6) % 7]).toContain(utc);
      }),
    );
  });
});
