import { createInstance } from 'i18next';
import { expect, it } from 'vitest';

import { INTERPOLATION, numbersInSentences } from './interpolation.ts';

it.each([
  ['nl', '8.241 keer, in 2026'],
  ['fr', '8\u{202f}241 keer, in 2026'],
  ['en', '8,241 keer, in 2026'],
])('groups the digits of a count in %s, and leaves text alone', async (lng, written) => {
  const texts = createInstance().use(numbersInSentences);
  await texts.init({
    lng,
    interpolation: INTERPOLATION,
    resources: {
      [lng]: { translation: { times_one: '?', times_other: '{{count}} keer, in {{year}}' } },
    },
  });
  expect(texts.t('times', { count: 8241, year: '2026' })).toBe(written);
});
