import { describe, expect, it } from 'vitest';

import { type Language, LANGUAGES } from '#shared/contract/desk.ts';

import { namespaces } from './texts.ts';

/**
 * Words that the interface does not use, because it says the same by another one (docs/glossary.md):
 * who reads of a "bureau" on one page and of a "werkplek" on the next looks for the difference.
 */
const OTHER_WORDS: Readonly<Record<Language, readonly RegExp[]>> = {
  nl: [
    /centrum/i, // centrale
    /werkplek/i, // bureau
    /\bpagina/i, // bladzijde
    /teamleider/i, // teamchef
    /beloftes/i, // beloften
    /nagekomen/i, // gehouden
    /\b(?:u|uw)\b(?!’|$)/i, // je
    /kunt\b/i, // je kan
    /\bnee\b/i, // neen
  ],
  fr: [
    /\bcentre\b/i, // centrale
    /\bpostes?\b/i, // bureau
    /(?<!\p{L})(?:tu|ton|tes)(?!\p{L})/iu, // vous
  ],
  en: [/\bworkstation/i, /\bserver\b/i, /\bteam leader/i],
};

function sentencesOf(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  return Object.values(texts as Record<string, unknown>).flatMap(sentencesOf);
}

describe.each(LANGUAGES)('the words of the interface in %s', (language) => {
  const sentences = Object.values(namespaces).flatMap((texts) => sentencesOf(texts[language]));

  it.each(OTHER_WORDS[language])('say nothing that matches %s', (word) => {
    expect(sentences.filter((sentence) => word.test(sentence))).toEqual([]);
  });

  it('keep “dossier” for a problem: what an officer unlocks is called otherwise', () => {
    const unlocked = [
      namespaces.desk,
      namespaces.today,
      namespaces.corrections,
      namespaces.parties,
    ];
    expect(
      unlocked
        .flatMap((texts) => sentencesOf(texts[language]))
        .filter((one) => /dossier/i.test(one)),
    ).toEqual([]);
  });
});
