import type { FormatterModule } from 'i18next';

import { languageOf, numberFormatOf } from './formats.ts';

/** React escapes; escaping twice would show entities. Every value passes {@link numbersInSentences}. */
export const INTERPOLATION = { escapeValue: false, alwaysFormat: true } as const;

/** Writes a number in a sentence as it is written elsewhere: 8.241 changes, and not 8241. */
export const numbersInSentences: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  // i18next puts in, or warns of, what is no number or is missing; its types speak of text only.
  format: (value: unknown, _format, language) =>
    typeof value === 'number'
      ? numberFormatOf(languageOf(language)).format(value)
      : (value as string),
};
