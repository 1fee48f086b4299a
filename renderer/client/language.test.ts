import { expect, it } from 'vitest';

import { systemLanguage } from './language.ts';

it.each([
  [['fr-BE', 'nl-BE'], 'fr'],
  [['de-BE', 'EN-us'], 'en'],
  [['de', 'pl'], 'nl'],
  [[], 'nl'],
] as const)('speaks for %j: %s', (tags, language) => {
  expect(systemLanguage(tags)).toBe(language);
});
