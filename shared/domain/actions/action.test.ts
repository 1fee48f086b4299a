import fc from 'fast-check';
import { expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { latenessOf } from '../board/late.ts';
import { ACTION_STATES, isPastEnd } from './action.ts';

const TODAY = '2026-06-15';

it('is past its end from the day after its last, as long as nobody closed it', () => {
  expect(isPastEnd({ state: 'active', endsOn: TODAY }, TODAY)).toBe(false);
  expect(isPastEnd({ state: 'active', endsOn: TODAY }, '2026-06-16')).toBe(true);
  expect(isPastEnd({ state: 'active', endsOn: null }, TODAY)).toBe(false);
});

it('is past its end exactly when the board says that its end is late', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ACTION_STATES),
      fc.option(fc.integer({ min: -40, max: 40 })),
      (state, days) => {
        const endsOn = days === null ? null : addDays(TODAY, days);
        const late = latenessOf({ state, endsOn, startsOn: null, answerBy: TODAY }, TODAY);
        expect(isPastEnd({ state, endsOn }, TODAY)).toBe(late?.kind === 'end');
      },
    ),
  );
});
