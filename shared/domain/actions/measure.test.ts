import { describe, expect, it } from 'vitest';

import { daysIn, deliveryFieldsSchema, ONCE, plannedMinutes } from './measure.ts';

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
