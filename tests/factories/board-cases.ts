import fc from 'fast-check';

import type { TimeWindow } from '#shared/domain/actions/time-window.ts';
import { addDays } from '#shared/lib/dates.ts';

/** Windows as people make them, also over midnight. */
export const windowCases: fc.Arbitrary<TimeWindow> = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    from: fc.integer({ min: 0, max: 1_439 }),
    to: fc.integer({ min: 1, max: 1_440 }),
  })
  .filter(({ from, to }) => from !== to)
  .map(({ days, ...hours }) => ({ days: days.sort((one, other) => one - other), ...hours }));

/** Days around the changes of summer time in 2026, both ends included. */
export const planCases = fc
  .tuple(fc.integer({ min: -30, max: 300 }), fc.integer({ min: 0, max: 90 }))
  .map(([begin, length]) => {
    const from = addDays('2026-02-01', begin);
    return { from, to: addDays(from, length) };
  });
