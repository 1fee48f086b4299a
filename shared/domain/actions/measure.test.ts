import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { daysIn, deliveryFieldsSchema, isOurs, ONCE, plannedMinutes } from './measure.ts';

const PERIOD = { from: '2026-06-01', to: '2026-06-28' };
const STOPS = { minutes: 15, timesPerWeek: 2 };

describe('the planned dose', () => {
  it('is the minutes of each time, as often as weeks ask for', () => {
    expect(daysIn(PERIOD)).toBe(28);
    expect(plannedMinutes(STOPS, PERIOD)).toBe(120);
    expect(plannedMinutes(STOPS, { from: '2026-06-01', to: '2026-06-01' })).toBe(4);
    expect(plannedMinutes(STOPS, { from: '2026-06-02', to: '2026-06-01' })).toBe(0);
    const once = { timesPerWeek: ONCE, minutes: 60 };
    expect(plannedMinutes(once, PERIOD)).toBe(60);
    expect(plannedMinutes(once, { from: '2026-06-01', to: '2026-06-01' })).toBe(60);
    expect(plannedMinutes(once, { from: '2026-06-02', to: '2026-06-01' })).toBe(0);
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

  it('a period cut in two asks for the same but for rounding; only what is done once is not cut', () => {
    fc.assert(
      fc.property(measure, day, length, length, (given, first, one, other) => {
        fc.pre(given.timesPerWeek !== ONCE);
        const parts =
          plannedMinutes(given, from(first, one)) +
          plannedMinutes(given, from(addDays(first, one), other));
        const whole = plannedMinutes(given, from(first, one + other));
        expect(Math.abs(parts - whole)).toBeLessThanOrEqual(1);
        expect(Number.isInteger(whole)).toBe(true);
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
