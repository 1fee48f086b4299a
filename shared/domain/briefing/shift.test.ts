import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { type TimeWindow, timeWindowSchema } from '../actions/time-window.ts';
import { openDuring, SHIFT_HOURS, shiftAt, SHIFTS, weekdayOf } from './shift.ts';

const windows = fc.array(
  fc
    .record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: fc.integer({ min: 0, max: 1_439 }),
      to: fc.integer({ min: 1, max: 1_440 }),
    })
    .filter((window) => timeWindowSchema.safeParse(window).success),
  { maxLength: 5 },
);
const days = fc.integer({ min: 0, max: 800 }).map((later) => addDays('2026-01-01', later));
const shifts = fc.constantFrom(...SHIFTS);

/** Whether any window is open at a minute of a day that may lie past its midnight, minute by minute. */
function isOpenAt(all: readonly TimeWindow[], day: string, minute: number): boolean {
  const clock = minute % 1_440;
  const weekday = weekdayOf(addDays(day, Math.floor(minute / 1_440)));
  const before = weekday === 1 ? 7 : weekday - 1;
  return all.some(({ days: open, from, to }) =>
    from < to
      ? open.includes(weekday) && from <= clock && clock < to
      : (open.includes(weekday) && clock >= from) || (open.includes(before) && clock < to),
  );
}

describe('the parts of a shift in which a measure is planned', () => {
  it('are the minutes in which a window is open, and no others', () => {
    fc.assert(
      fc.property(windows, days, shifts, (all, day, shift) => {
        const hours = SHIFT_HOURS[shift];
        const spans = openDuring(all, day, hours);
        for (let minute = hours.from; minute < hours.to; minute += 1) {
          const isIn = spans.some(({ from, to }) => from <= minute && minute < to);
          expect(isIn).toBe(isOpenAt(all, day, minute));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lie within the shift, in order, apart from each other', () => {
    fc.assert(
      fc.property(windows, days, shifts, (all, day, shift) => {
        let last = SHIFT_HOURS[shift].from - 1;
        for (const { from, to } of openDuring(all, day, SHIFT_HOURS[shift])) {
          expect(from).toBeGreaterThan(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(SHIFT_HOURS[shift].to);
      }),
    );
  });

  it('follow a window over midnight into the night, also from Sunday to Monday', () => {
    const sundayNight = [{ days: [7], from: 23 * 60, to: 2 * 60 }];
    expect(openDuring(sundayNight, '2026-06-14', SHIFT_HOURS.night)).toEqual([
      { from: 23 * 60, to: 26 * 60 },
    ]);
    expect(openDuring(sundayNight, '2026-06-15', SHIFT_HOURS.night)).toEqual([]);
    const mondayMorning = [{ days: [1], from: 5 * 60, to: 7 * 60 }];
    expect(openDuring(mondayMorning, '2026-06-14', SHIFT_HOURS.night)).toEqual([
      { from: 29 * 60, to: 30 * 60 },
    ]);
    expect(openDuring(mondayMorning, '2026-06-15', SHIFT_HOURS.early)).toEqual([
      { from: 6 * 60, to: 7 * 60 },
    ]);
  });
});

describe('shifts', () => {
  it('cover the day without a gap, each minute once', () => {
    const [early, late, night] = SHIFTS.map((shift) => SHIFT_HOURS[shift]);
    expect([late?.from, night?.from, night?.to]).toEqual([
      early?.to,
      late?.to,
      (early?.from ?? 0) + 1_440,
    ]);
  });

  it('are found by the clocks of Brussels; the small hours belong to the day before', () => {
    expect(shiftAt('2026-06-15T03:59:00.000Z')).toEqual({ day: '2026-06-14', shift: 'night' });
    expect(shiftAt('2026-06-15T04:00:00.000Z')).toEqual({ day: '2026-06-15', shift: 'early' });
    expect(shiftAt('2026-06-15T12:00:00.000Z')).toEqual({ day: '2026-06-15', shift: 'late' });
    expect(shiftAt('2026-06-15T22:30:00.000Z')).toEqual({ day: '2026-06-15', shift: 'night' });
    // Winter: one hour from UTC.
    expect(shiftAt('2026-12-01T05:00:00.000Z')).toEqual({ day: '2026-12-01', shift: 'early' });
  });
});
