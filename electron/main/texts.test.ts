import { expect, test } from 'vitest';

import { DESK_IN_USE, NOT_A_DESK } from '../host-messages.ts';
import { failureDetail, textsFor } from './texts.ts';

test.each([
  ['nl-BE', 'Nieuw venster'],
  ['fr-BE', 'Nouvelle fenêtre'],
  ['fr', 'Nouvelle fenêtre'],
  ['en_GB', 'New window'],
  ['de-BE', 'Nieuw venster'],
  ['', 'Nieuw venster'],
])('%s reads "%s"', (locale, text) => {
  expect(textsFor(locale).newWindow).toBe(text);
});

test.each(['nl', 'fr', 'en'])('a failure is told in words where there are some: %s', (locale) => {
  const texts = textsFor(locale);
  expect(failureDetail(texts, DESK_IN_USE)).toBe(texts.deskInUse);
  expect(failureDetail(texts, NOT_A_DESK)).toBe(texts.notADesk);
  expect(failureDetail(texts, 'ENOENT')).toBe(`${texts.failedDetail} ENOENT`);
});
