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
    /(?<!wijk)inspecteur/i, // wijkinspecteur
    /medewerker/i, // wijkinspecteur
  ],
  fr: [
    /\bcentre\b/i, // centrale
    /\bpostes?\b/i, // bureau
    /inspecteurs?(?! de quartier)\b/i, // inspecteur de quartier
    /\bagents?\b/i, // inspecteur de quartier
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

  it('call a field of a contact the same where it is noted, corrected and compared', () => {
    const { form, more, about } = namespaces.contacts[language];
    const { field, correct } = namespaces.corrections[language];
    const shared = {
      place: form.place,
      reason: form.reason,
      channel: more.channel,
      parties: more.parties,
      language: more.language,
      problems: more.problems,
      feeling: more.feeling,
      need: more.need,
      summary: form.summary,
      assessment: more.assessment,
      sensitivity: more.sensitivity,
    };
    expect(field).toMatchObject({ ...shared, occurredAt: form.day });
    expect(correct.duration).toBe(more.duration);
    expect(about).toMatchObject({
      channel: shared.channel,
      who: shared.parties,
      language: shared.language,
      problems: shared.problems,
      feeling: shared.feeling,
      need: shared.need,
      assessment: shared.assessment,
      sensitivity: shared.sensitivity,
    });
    const { summary, need, assessment } = shared;
    expect(namespaces.records[language].field).toMatchObject({ summary, need, assessment });
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
