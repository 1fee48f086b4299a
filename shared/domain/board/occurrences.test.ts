import fc from 'fast-check';
import { expect, it } from 'vitest';

import { planCases, windowCases } from '../../../tests/factories/board-cases.ts';
import { ONCE } from '../actions/measure.ts';
import { lengthOf } from '../actions/time-window.ts';
import { daysAsked, occurrencesIn } from './occurrences.ts';
import { isoDayOf, overlapOf, weekOf, weeksFrom } from './week.ts';

const WEEK = weekOf('2026-06-15');

it('finds each window on its days, in the order of the week', () => {
  const windows = [
    { days: [3, 1], from: 480, to: 540 },
    { days: [1], from: 1_380, to: 60 },
  ];
  expect(occurrencesIn({ id: 'm', windows }, WEEK, WEEK)).toEqual([
    { measureId: 'm', window: 0, day: '2026-06-15', from: 480, to: 540 },
    { measureId: 'm', window: 1, day: '2026-06-15', from: 1_380, to: 1_500 },
    { measureId: 'm', window: 0, day: '2026-06-17', from: 480, to: 540 },
  ]);
});

it('finds nothing outside of the plan', () => {
  const windows = [{ days: [1, 2, 3, 4, 5, 6, 7], from: 480, to: 540 }];
  const plan = { from: '2026-06-17', to: '2026-06-18' };
  expect(occurrencesIn({ id: 'm', windows }, plan, WEEK).map(({ day }) => day)).toEqual([
    '2026-06-17',
    '2026-06-18',
  ]);
});

it('asks for what is done once on the last day that its windows allow', () => {
  const plan = { from: '2026-06-01', to: '2026-06-21' };
  const windows = [{ days: [3], from: 480, to: 540 }];
  expect(daysAsked({ windows, timesPerWeek: 2 }, plan)).toEqual(plan);
  const wednesday = { from: '2026-06-17', to: '2026-06-17' };
  expect(daysAsked({ windows, timesPerWeek: ONCE }, plan)).toEqual(wednesday);
  const anyTime = { from: plan.to, to: plan.to };
  expect(daysAsked({ windows: [], timesPerWeek: ONCE }, plan)).toEqual(anyTime);
  const short = { from: '2026-06-18', to: '2026-06-19' };
  expect(daysAsked({ windows, timesPerWeek: ONCE }, short).from).toBe('2026-06-19');
});

it('finds in all weeks together what the whole plan has, each of its length', () => {
  fc.assert(
    fc.property(fc.array(windowCases, { maxLength: 4 }), planCases, (windows, plan) => {
      const measure = { id: 'm', windows };
      const whole = occurrencesIn(measure, plan, plan);
      const weeks = weeksFrom(plan.from, 14).flatMap((week) => occurrencesIn(measure, plan, week));
      expect(weeks).toEqual(whole);
      for (const { window, day, from, to } of whole) {
        const made = windows[window] ?? expect.fail('no such window');
        expect(made.days).toContain(isoDayOf(day));
        expect([from, to]).toEqual([made.from, made.from + lengthOf(made)]);
        expect(overlapOf(plan, { from: day, to: day })).toBeDefined();
      }
    }),
  );
});
