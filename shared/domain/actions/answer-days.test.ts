import fc from 'fast-check';
import { expect, it } from 'vitest';

import { answerDaysNow, USUAL_ANSWER_DAYS } from './answer-days.ts';

it('is the number set last, in whatever order they came', () => {
  expect(answerDaysNow([])).toBe(USUAL_ANSWER_DAYS);
  const set = fc.record({
    id: fc.uuid(),
    setAt: fc.constantFrom('2026-06-01T08:00:00.000Z', '2026-06-02T08:00:00.000Z'),
    days: fc.integer({ min: 1, max: 90 }),
  });
  const all = fc.uniqueArray(set, { selector: ({ id }) => id, minLength: 1 });
  fc.assert(
    fc.property(all, (given) => {
      const now = answerDaysNow(given);
      expect(answerDaysNow([...given].reverse())).toBe(now);
      const later = { id: 'x', setAt: '2026-06-03T08:00:00.000Z', days: 3 };
      expect(answerDaysNow([later, ...given])).toBe(3);
    }),
  );
});
