/** What somebody types into the search field, read without any syntax but quotes. */

/** A word of a text: letters and digits, with the accents that stand on them. */
const WORD =
  /[\p{Letter}\p{Number}\p{Private_Use}][\p{Letter}\p{Number}\p{Private_Use}\p{Mark}]*/gu;

/** The longest query, in UTF-16 code units. */
export const LONGEST_QUERY = 200;
/** More words than this narrow nothing that a person can see. */
const MOST_TERMS = 12;
/** With fewer letters the beginning of a word says nothing yet: it is looked for as a whole word. */
export const SHORTEST_BEGINNING = 3;

/** Words that must follow each other in this order; one word by itself is a term of one. */
export interface SearchTerm {
  /** Folded, never empty. */
  readonly words: readonly string[];
  /** Whether the last word may go on: it was still being typed. */
  readonly begins: boolean;
}

/** Every term must be found; an empty list finds nothing. */
export type SearchQuery = readonly SearchTerm[];

/** A stretch of a text that is one word, folded, with where it stands (UTF-16 code units). */
export interface WordAt {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A word as it is compared: without case and accents. The same folding as SQLite's tokenizer
 * `unicode61 remove_diacritics 2`, by which the texts are indexed.
 */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** The words of a text, in their order. */
export function wordsIn(text: string): readonly WordAt[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const [written] = match;
    const word = foldWord(written);
    return word === '' ? [] : [{ word, start: match.index, end: match.index + written.length }];
  });
}

/**
 * Reads a query: words must all be found, in whatever order; what stands between quotes must be found
 * as it stands; the last word, unless quoted or followed by a blank, is a beginning. Everything else
 * (signs, operators of a search language) only separates words.
 */
export function readQuery(text: string): SearchQuery {
  const typed = text.slice(0, LONGEST_QUERY);
  const terms: SearchTerm[] = [];
  // Odd pieces stand between quotes; the last of them may still lack its end.
  for (const [index, piece] of typed.split(/["“”«»„]/u).entries()) {
    const words = wordsIn(piece).map(({ word }) => word);
    if (words.length === 0) continue;
    if (index % 2 === 1) terms.push({ words, begins: false });
    else terms.push(...words.map((word) => ({ words: [word], begins: false })));
  }
  const last = terms.at(-1);
  if (last && mayGoOn(typed, last)) terms.splice(-1, 1, { ...last, begins: true });
  return terms.slice(0, MOST_TERMS);
}

function mayGoOn(typed: string, last: SearchTerm): boolean {
  const word = last.words.at(-1) ?? '';
  return [...word].length >= SHORTEST_BEGINNING && wordsIn(typed).at(-1)?.end === typed.length;
}

/** Whether nothing can be found by it: no letter or digit was typed. */
export function isEmptyQuery(query: SearchQuery): boolean {
  return query.length === 0;
}
