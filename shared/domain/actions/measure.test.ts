import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import {
  daysIn,
  deliveryFieldsSchema,
  isOurs,
  minutesUntil,
  minutesWithin,
  ONCE,
  plannedMinutes,
  stopsUntil,
} from './measure.ts';

const PERIOD = { from: '2026-06-01', to: '2026-06-28' };
const STOPS = { minutes: 15, timesPerWeek: 2 };

describe('the planned dose', () => {
  it('is the minutes of each time, as often as weeks ask for', () => {
    expect(daysIn(PERIOD)).toBe(28);
    expect(plannedMinutes(STOPS, PERIOD)).toBe(120);
    expect(plannedMinutes(STOPS, { from: '2026-06-01', to: '2026-06-01' })).toBe(15);
    expect(plannedMinutes(STOPS, { from: '2026-06-02', to: '2026-06-01' })).toBe(0);
    const once = { timesPerWeek: ONCE, minutes: 60 };
    expect(plannedMinutes(once, PERIOD)).toBe(60);
    expect(plannedMinutes(once, { from: '2026-06-01', to: '2026-06-01' })).toBe(60);
    expect(plannedMinutes(once, { from: '2026-06-02', to: '2026-06-01' })).toBe(0);
  });

  it('is whole stops, however many days the plan has over its weeks', () => {
    // 43 days are 12.29 stops of 15 minutes: twelve are asked for, and twelve are all of it.
    const days = { from: '2026-06-01', to: '2026-07-13' };
    expect(stopsUntil(STOPS, days, days.to)).toBe(12);
    expect(plannedMinutes(STOPS, days)).toBe(180);
    expect(plannedMinutes(STOPS, { ...days, to: '2026-07-14' })).toBe(195);
  });

  it('falls due stop by stop', () => {
    const due = [1, 2, 3, 4, 5, 6, 7].map((day) =>
      minutesUntil(STOPS, PERIOD, `2026-06-0${String(day)}`),
    );
    expect(due).toEqual([0, 15, 15, 15, 15, 30, 30]);
    expect(minutesUntil(STOPS, PERIOD, '2026-05-31')).toBe(0);
    expect(minutesUntil(STOPS, PERIOD, '2027-01-01')).toBe(120);
  });

  it('counts a day across the change of the clock as a day', () => {
    expect(daysIn({ from: '2026-03-28', to: '2026-03-30' })).toBe(3);
  });
});

describe('whatever is planned', () => {
  const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2024-01-01', days));
  const length = fc.integer({ min: 0, max: 800 });
  const measure = fc.record({
    minutes: fc.integer({ min: 1, max: 480 }),
    timesPerWeek: fc.integer({ min: ONCE, max: 50 }),
  });
  const from = (first: string, days: number) => ({ from: first, to: addDays(first, days - 1) });

  it('days cut in two are as many as before, and none where they end before they begin', () => {
    fc.assert(
      fc.property(day, length, length, (first, one, other) => {
        const [before, after] = [from(first, one), from(addDays(first, one), other)];
        expect(daysIn(before) + daysIn(after)).toBe(daysIn(from(first, one + other)));
        expect(daysIn(before)).toBe(one);
        expect(daysIn({ from: addDays(first, one + 1), to: first })).toBe(0);
      }),
    );
  });

  it('whole weeks ask for as much, whenever they begin, and a longer period for no less', () => {
    fc.assert(
      fc.property(
        measure,
        day,
        fc.integer({ min: 1, max: 100 }),
        length,
        (given, first, weeks, more) => {
          const planned = plannedMinutes(given, from(first, 7 * weeks));
          const { minutes, timesPerWeek } = given;
          expect(planned).toBe(timesPerWeek === ONCE ? minutes : minutes * timesPerWeek * weeks);
          expect(plannedMinutes(given, from(first, 7 * weeks + more))).toBeGreaterThanOrEqual(
            planned,
          );
          expect(plannedMinutes(given, from(first, 0))).toBe(0);
        },
      ),
    );
  });

  it('is whole stops of its minutes: within half a stop of its weeks, and one at least', () => {
    fc.assert(
      fc.property(measure, day, length, (given, first, days) => {
        const plan = from(first, days);
        const stops = stopsUntil(given, plan, plan.to);
        expect(plannedMinutes(given, plan)).toBe(stops * given.minutes);
        expect(Number.isInteger(stops)).toBe(true);
        expect(stops > 0).toBe(days > 0);
        if (given.timesPerWeek === ONCE || stops <= 1) return;
        expect(Math.abs(stops - (given.timesPerWeek * days) / 7)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it('falls due never less the longer it runs, and all of it by its last day', () => {
    fc.assert(
      fc.property(measure, day, length, length, length, (given, first, days, one, more) => {
        const plan = from(first, days);
        const due = (after: number): number => minutesUntil(given, plan, addDays(first, after));
        expect(due(one + more)).toBeGreaterThanOrEqual(due(one));
        expect(due(days - 1 + more)).toBe(plannedMinutes(given, plan));
        expect(minutesUntil(given, plan, addDays(first, -1))).toBe(0);
        expect(plannedMinutes(given, from(first, days + more))).toBeGreaterThanOrEqual(
          plannedMinutes(given, plan),
        );
      }),
    );
  });

  it('a plan told in parts that follow each other adds up to the whole, seven days inside as a week', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(measure, day, cuts, fc.nat(20), (given, first, lengths, before) => {
        const all = lengths.reduce((sum, one) => sum + one, 0);
        const plan = from(addDays(first, before), Math.max(1, all - before - 3));
        let begin = first;
        let sum = 0;
        for (const days of [...lengths, 40]) {
          sum += minutesWithin(given, plan, from(begin, days));
          begin = addDays(begin, days);
        }
        expect(sum).toBe(plannedMinutes(given, plan));
        expect(minutesWithin(given, plan, from(first, 0))).toBe(0);
        const week = from(plan.from, 7);
        if (given.timesPerWeek === ONCE || week.to > plan.to) return;
        expect(minutesWithin(given, plan, week)).toBe(given.minutes * given.timesPerWeek);
      }),
    );
  });

  it('two plans in the place of one ask for at most one stop more or less', () => {
    fc.assert(
      fc.property(measure, day, length, length, (given, first, one, other) => {
        fc.pre(given.timesPerWeek !== ONCE);
        const parts =
          plannedMinutes(given, from(first, one)) +
          plannedMinutes(given, from(addDays(first, one), other));
        const whole = plannedMinutes(given, from(first, one + other));
        expect(Math.abs(parts - whole)).toBeLessThanOrEqual(given.minutes);
      }),
    );
  });

  it('it takes our time unless a partner does it alone', () => {
    const somebody = fc.constantFrom('a', null);
    fc.assert(
      fc.property(somebody, somebody, (officerId, partnerId) => {
        const isAlone = partnerId !== null && officerId === null;
        expect(isOurs({ officerId, partnerId })).toBe(!isAlone);
      }),
    );
  });
});

it('N14: a delivery says neither who nor when on the day nor at which point', () => {
  expect(Object.keys(deliveryFieldsSchema.shape)).toEqual([
    'dossierId',
    'actionId',
    'measureId',
    'segmentId',
    'day',
    'minutes',
    'withdrawn',
  ]);
});
