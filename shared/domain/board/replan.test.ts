import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { planCases, windowCases } from '../../../tests/factories/board-cases.ts';
import { addDays } from '../../lib/dates.ts';
import { ACTION_STATES } from '../actions/action.ts';
import { daysIn } from '../actions/measure.ts';
import { lengthOf, type TimeWindow, timeWindowsSchema } from '../actions/time-window.ts';
import { movedBy, withDays, withWindowMoved } from './replan.ts';

const TODAY = '2026-03-15';
const PLAN = { startsOn: '2026-03-16', endsOn: '2026-04-12' };

describe('days of an action', () => {
  it('keep the first day once it began, and move the last', () => {
    const active = { ...PLAN, state: 'active' } as const;
    expect(movedBy(active, 7, TODAY)).toEqual({ plan: { ...PLAN, endsOn: '2026-04-19' } });
    expect(withDays(active, { ...PLAN, startsOn: '2026-03-17' }, TODAY)).toEqual({
      refused: 'already-began',
    });
    expect(withDays(active, { ...PLAN, endsOn: null }, TODAY)).toEqual({ refused: 'no-days' });
  });

  it('stay where they are once it ended', () => {
    for (const state of ['closed', 'refused'] as const) {
      expect(movedBy({ ...PLAN, state }, 7, TODAY)).toEqual({ refused: 'ended' });
    }
  });

  it('do not turn around, and do not go into the past', () => {
    const approved = { ...PLAN, state: 'approved' } as const;
    expect(withDays(approved, { ...PLAN, endsOn: '2026-03-15' }, TODAY)).toEqual({
      refused: 'end-before-start',
    });
    expect(movedBy(approved, -60, TODAY)).toEqual({ refused: 'in-the-past' });
    const late = { startsOn: '2026-01-01', endsOn: '2026-02-01', state: 'approved' } as const;
    expect(withDays(late, { ...late, startsOn: '2026-01-02' }, TODAY)).toHaveProperty('plan');
    const none = { startsOn: null, endsOn: null, state: 'proposed' } as const;
    expect(movedBy(none, 1, TODAY)).toEqual({ refused: 'no-days' });
  });

  it('are moved as far as was asked, with a length that stays, and back again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACTION_STATES),
        planCases,
        fc.integer({ min: -90, max: 90 }),
        (state, { from, to }, days) => {
          const action = { state, startsOn: from, endsOn: to };
          const moved = movedBy(action, days, TODAY);
          if ('refused' in moved) {
            const end = addDays(to, days);
            expect(
              state === 'closed' ||
                state === 'refused' ||
                (days !== 0 && end < TODAY) ||
                (state === 'active' && end < from),
            ).toBe(true);
            return;
          }
          const { startsOn, endsOn } = moved.plan;
          expect(endsOn).toBe(addDays(to, days));
          expect(startsOn).toBe(state === 'active' ? from : addDays(from, days));
          if (state === 'active' || to < TODAY) return;
          expect(daysIn({ from: startsOn ?? '', to: endsOn ?? '' })).toBe(daysIn({ from, to }));
          expect(movedBy({ state, ...moved.plan }, -days, TODAY)).toEqual({
            plan: { startsOn: from, endsOn: to },
          });
        },
      ),
    );
  });
});

/** Which days have which hours: `day from length`, sorted. */
function slotsOf(windows: readonly TimeWindow[]): readonly string[] {
  return windows
    .flatMap((one) => one.days.map((day) => `${day} ${one.from} ${lengthOf(one)}`))
    .sort();
}

describe('windows of a measure', () => {
  it('move one day and leave the others', () => {
    const windows = [{ days: [1, 2, 3], from: 480, to: 540 }];
    expect(withWindowMoved(windows, { window: 0, day: 2, toDay: 5, toFrom: 600 })).toEqual({
      plan: [
        { days: [1, 3], from: 480, to: 540 },
        { days: [5], from: 600, to: 660 },
      ],
    });
    expect(withWindowMoved(windows, { window: 0, day: 2, toDay: 4, toFrom: 480 })).toEqual({
      plan: [{ days: [1, 3, 4], from: 480, to: 540 }],
    });
  });

  it('are refused where there is none, and when there are too many', () => {
    expect(withWindowMoved([], { window: 0, day: 1, toDay: 2, toFrom: 0 })).toEqual({
      refused: 'no-window',
    });
    const many = Array.from({ length: 21 }, (_, at) => ({
      days: [1, 2],
      from: at * 60,
      to: at * 60 + 30,
    }));
    expect(withWindowMoved(many, { window: 0, day: 1, toDay: 3, toFrom: 1_400 })).toEqual({
      refused: 'too-many-windows',
    });
  });

  it('move exactly what was taken, and stay windows', () => {
    fc.assert(
      fc.property(
        fc.array(windowCases, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 1_439 }),
        (windows, which, at, toDay, toFrom) => {
          const window = which % windows.length;
          const taken = windows[window] ?? expect.fail();
          const day = taken.days[at % taken.days.length] ?? expect.fail();
          const moved = withWindowMoved(windows, { window, day, toDay, toFrom });
          if ('refused' in moved) return expect.fail(moved.refused);
          expect(timeWindowsSchema.safeParse(moved.plan).success).toBe(true);
          const before = [...slotsOf(windows)];
          before.splice(before.indexOf(`${day} ${taken.from} ${lengthOf(taken)}`), 1);
          const from = lengthOf(taken) === 1_440 ? 0 : toFrom;
          const after = [...new Set([...before, `${toDay} ${from} ${lengthOf(taken)}`])].sort();
          expect([...new Set(slotsOf(moved.plan))]).toEqual(after);
        },
      ),
    );
  });
});
