import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { type TimeWindow, timeWindowSchema } from '../actions/time-window.ts';
import {
  type ClockSpan,
  hoursOf,
  openDuring,
  type Shift,
  shiftAt,
  type ShiftPlan,
  shiftPlanSchema,
  SHIFTS,
  USUAL_SHIFTS,
  weekdayOf,
} from './shift.ts';

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
/** Any plan that a zone may set. */
const plans = fc.uniqueArray(fc.constantFrom(...SHIFTS), { minLength: 1 }).chain((named) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 1_439 }), {
      minLength: named.length,
      maxLength: named.length,
    })
    .map((begins): ShiftPlan =>
      begins
        .toSorted((one, other) => one - other)
        .map((from, at) => ({ shift: named[at] ?? 'night', from })),
    ),
);
/** The hours of any shift of any plan. */
const spans = plans.chain((plan) =>
  fc.constantFrom(...plan.map(({ shift }) => spanOf(plan, shift))),
);

function spanOf(plan: ShiftPlan, shift: Shift): ClockSpan {
  return hoursOf(plan, shift) ?? expect.fail(`${shift} is not in it`);
}

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
      fc.property(windows, days, spans, (all, day, hours) => {
        const open = openDuring(all, day, hours);
        for (let minute = hours.from; minute < hours.to; minute += 1) {
          const isIn = open.some(({ from, to }) => from <= minute && minute < to);
          expect(isIn).toBe(isOpenAt(all, day, minute));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lie within the shift, in order, apart from each other', () => {
    fc.assert(
      fc.property(windows, days, spans, (all, day, hours) => {
        let last = hours.from - 1;
        for (const { from, to } of openDuring(all, day, hours)) {
          expect(from).toBeGreaterThan(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(hours.to);
      }),
    );
  });

  it('follow a window over midnight into the night, also from Sunday to Monday', () => {
    const sundayNight = [{ days: [7], from: 23 * 60, to: 2 * 60 }];
    expect(openDuring(sundayNight, '2026-06-14', spanOf(USUAL_SHIFTS, 'night'))).toEqual([
      { from: 23 * 60, to: 26 * 60 },
    ]);
    expect(openDuring(sundayNight, '2026-06-15', spanOf(USUAL_SHIFTS, 'night'))).toEqual([]);
    const mondayMorning = [{ days: [1], from: 5 * 60, to: 7 * 60 }];
    expect(openDuring(mondayMorning, '2026-06-14', spanOf(USUAL_SHIFTS, 'night'))).toEqual([
      { from: 29 * 60, to: 30 * 60 },
    ]);
    expect(openDuring(mondayMorning, '2026-06-15', spanOf(USUAL_SHIFTS, 'early'))).toEqual([
      { from: 6 * 60, to: 7 * 60 },
    ]);
  });
});

describe('shifts', () => {
  it('cover the day without a gap, each minute once, whatever a zone sets', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(shiftPlanSchema.safeParse(plan).success).toBe(true);
        const all = plan.map(({ shift }) => spanOf(plan, shift));
        all.forEach(({ from, to }, at) => {
          expect(to).toBeGreaterThan(from);
          expect(all[at + 1]?.from ?? (all[0]?.from ?? 0) + 1_440).toBe(to);
        });
        const minutes = all.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(minutes).toBe(1_440);
      }),
    );
  });

  it('are refused when none is left, one stands twice, two begin together or out of order', () => {
    const faults = (plan: unknown) =>
      shiftPlanSchema.safeParse(plan).error?.issues.map(({ path }) => path.join('.'));
    expect(faults(USUAL_SHIFTS)).toBeUndefined();
    expect(faults([])).toEqual(['']);
    const early = { shift: 'early', from: 360 };
    expect(faults([early, { shift: 'early', from: 400 }])).toEqual(['1.shift']);
    expect(faults([early, { shift: 'late', from: 360 }])).toEqual(['1.from']);
    expect(faults([early, { shift: 'night', from: 0 }])).toEqual(['1.from']);
    expect(faults([{ shift: 'early', from: 1_440 }])).toEqual(['0.from']);
    expect(faults([{ shift: 'noon', from: 0 }])).toEqual(['0.shift']);
  });

  it('run one at a time: the one of which the hours hold the minute', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 1_439 }), (plan, minute) => {
        // Summer: Brussels is two hours from UTC.
        const at = new Date(Date.parse('2026-06-14T22:00:00.000Z') + minute * 60_000);
        const { day, shift } = shiftAt(plan, at.toISOString());
        const { from, to } = spanOf(plan, shift);
        const clock = day === '2026-06-15' ? minute : minute + 1_440;
        expect(['2026-06-14', '2026-06-15']).toContain(day);
        expect(from <= clock && clock < to).toBe(true);
      }),
    );
  });

  it('are found by the clocks of Brussels; the small hours belong to the day before', () => {
    expect(shiftAt(USUAL_SHIFTS, '2026-06-15T03:59:00.000Z')).toEqual({
      day: '2026-06-14',
      shift: 'night',
    });
    expect(shiftAt(USUAL_SHIFTS, '2026-06-15T04:00:00.000Z')).toEqual({
      day: '2026-06-15',
      shift: 'early',
    });
    expect(shiftAt(USUAL_SHIFTS, '2026-06-15T12:00:00.000Z')).toEqual({
      day: '2026-06-15',
      shift: 'late',
    });
    expect(shiftAt(USUAL_SHIFTS, '2026-06-15T22:30:00.000Z')).toEqual({
      day: '2026-06-15',
      shift: 'night',
    });
    // Winter: one hour from UTC.
    expect(shiftAt(USUAL_SHIFTS, '2026-12-01T05:00:00.000Z')).toEqual({
      day: '2026-12-01',
      shift: 'early',
    });
  });
});
