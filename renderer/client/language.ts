import i18next from 'i18next';

import { type Language, LANGUAGES, type Preferences } from '#shared/contract/desk.ts';

/** The first of the system's languages that we speak, else Dutch. */
export function systemLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const known = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (known) return known;
  }
  return 'nl';
}

/** Shows the page in `language` at once. */
export async function switchLanguage(language: Preferences['language']): Promise<void> {
  const wanted = language === 'system' ? systemLanguage(navigator.languages) : language;
  if (i18next.language !== wanted) await i18next.changeLanguage(wanted);
}
