import fc from 'fast-check';
import { expect, it } from 'vitest';

import { addDays } from '../../lib/dates.ts';
import { DOSSIER_STATES, isReviewLate } from './dossier.ts';

const state = fc.constantFrom(...DOSSIER_STATES);

it('is late from the day after its day, for ever, and never of a closed dossier or without a day', () => {
  fc.assert(
    fc.property(state, fc.integer({ min: -800, max: 800 }), (of, days) => {
      const today = '2026-06-15';
      const reviewOn = addDays(today, days);
      expect(isReviewLate({ state: of, reviewOn }, today)).toBe(of !== 'closed' && days < 0);
      expect(isReviewLate({ state: of, reviewOn: null }, today)).toBe(false);
    }),
  );
});
