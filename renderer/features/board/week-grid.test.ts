import fc from 'fast-check';
import { expect, it } from 'vitest';

import { addDays } from '#shared/lib/dates.ts';

import type { Slot, TimedStop } from './use-replan.ts';
import { hoursShown, steppedTo } from './week-grid.ts';

const MONDAY = '2026-06-15';
const STOP: TimedStop = {
  measureId: 'm',
  actionId: 'a',
  type: 'presence',
  stretch: null,
  street: { nameNl: 'Zwanenkaai', nameFr: '', neighbourhoods: [] },
  minutes: 15,
  timesPerWeek: 2,
  officerId: null,
  partnerId: null,
  at: { window: 0, day: MONDAY, from: 480, to: 540 },
};
const step = (at: Slot, key: string) => steppedTo({ item: STOP, from: STOP.at, at }, key, MONDAY);

it('moves by a day, a quarter and an hour, and knows no other keys', () => {
  const at = { day: '2026-06-16', from: 480 };
  expect(step(at, 'ArrowLeft')).toEqual({ ...at, day: '2026-06-15' });
  expect(step(at, 'ArrowRight')).toEqual({ ...at, day: '2026-06-17' });
  expect(step(at, 'ArrowUp')).toEqual({ ...at, from: 465 });
  expect(step(at, 'ArrowDown')).toEqual({ ...at, from: 495 });
  expect(step(at, 'PageUp')).toEqual({ ...at, from: 420 });
  expect(step(at, 'PageDown')).toEqual({ ...at, from: 540 });
  expect(step(at, 'Tab')).toBeUndefined();
});

it('stays within its week and its day, whatever is pressed', () => {
  const keys = fc.constantFrom(
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    'PageUp',
    'PageDown',
  );
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 60 }), fc.nat(1_439), (pressed, from) => {
      let at: Slot = { day: MONDAY, from };
      for (const key of pressed) at = step(at, key) ?? expect.fail();
      expect(at.day >= MONDAY && at.day <= addDays(MONDAY, 6)).toBe(true);
      expect(at.from >= 0 && at.from < 1_440).toBe(true);
    }),
  );
});

it('has rows for a working day and for what lies outside of it', () => {
  expect(hoursShown([])).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
  expect(hoursShown([365]).at(0)).toBe(6);
  expect(hoursShown([1_320]).at(-1)).toBe(22);
});
