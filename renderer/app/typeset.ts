import type { Language } from '#shared/contract/desk.ts';

/** Texts under their keys, some of them under the keys of a key. */
type Texts = Readonly<Record<string, unknown>>;

/**
 * Keeps together what belongs together in a line. French sets a space before `: ; ? !` and within `« »`,
 * at which a line must not break; translators type an ordinary one.
 */
export function typeset(language: Language, texts: Texts): Texts {
  if (language !== 'fr') return texts;
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? unbroken(text) : typeset(language, text as Texts),
    ]),
  );
}

function unbroken(text: string): string {
  return text.replaceAll(/ (?=[:;?!»])/g, '\u{a0}').replaceAll('« ', '«\u{a0}');
}
