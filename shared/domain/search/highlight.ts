import {
  foldWord,
  type SearchQuery,
  type SearchTerm,
  type WordAt,
  wordsIn,
} from './search-query.ts';

/** A piece of a text, marked when the query found it. The pieces in a row are the text. */
export interface TextPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** A stretch of a text, in UTF-16 code units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The text in pieces, whole words marked where a term of the query stands. */
export function highlight(text: string, query: SearchQuery): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { start, end } of stretchesOf(text, query)) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** How many terms of the query the text holds. */
export function countTerms(text: string, query: SearchQuery): number {
  // Most texts that do not hold a term do not even hold its letters: that is soon seen.
  const letters = foldWord(text);
  const likely = query.filter((term) => term.words.every((word) => letters.includes(word)));
  if (likely.length === 0) return 0;
  const words = wordsIn(text);
  return likely.filter((term) => words.some((_, index) => standsAt(words, index, term))).length;
}

/**
 * The part of a text that shows why it was found: about `length` code units around the first mark, cut
 * between words, with an ellipsis where something was left out. Line breaks become blanks.
 *
 * @param length at least 20
 */
export function excerpt(text: string, query: SearchQuery, length: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= length) return line;
  const first = stretchesOf(line, query)[0] ?? { start: 0, end: 0 };
  // A third of it before the mark: what follows tells more than what went before.
  const wanted = Math.min(first.start - Math.floor(length / 3), line.length - length);
  const from = wanted <= 0 ? 0 : Math.min(afterBlank(line, wanted), first.start);
  const most = from + length;
  const to = most >= line.length ? line.length : beforeBlank(line, from, most);
  return `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
}

/** Where the next word begins; a text without blanks is cut between two characters. */
function afterBlank(line: string, at: number): number {
  const blank = line.indexOf(' ', at);
  return blank === -1 ? between(line, at) : blank + 1;
}

function beforeBlank(line: string, from: number, at: number): number {
  const blank = line.lastIndexOf(' ', at);
  return blank <= from ? between(line, at) : blank;
}

/** Never inside a character of two code units. */
function between(line: string, at: number): number {
  const code = line.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** Where terms stand, in order, without overlaps. */
function stretchesOf(text: string, query: SearchQuery): readonly Stretch[] {
  const words = wordsIn(text);
  const marked = new Array<boolean>(words.length).fill(false);
  const joined = new Array<boolean>(words.length).fill(false);
  for (const term of query) {
    for (let index = 0; index < words.length; index += 1) {
      if (!standsAt(words, index, term)) continue;
      marked.fill(true, index, index + term.words.length);
      joined.fill(true, index + 1, index + term.words.length);
    }
  }
  const stretches: Stretch[] = [];
  for (const [index, { start, end }] of words.entries()) {
    if (!marked[index]) continue;
    const last = stretches.at(-1);
    if (last && joined[index]) stretches.splice(-1, 1, { start: last.start, end });
    else stretches.push({ start, end });
  }
  return stretches;
}

function standsAt(words: readonly WordAt[], index: number, term: SearchTerm): boolean {
  return term.words.every((wanted, offset) => {
    const word = words[index + offset]?.word;
    if (word === undefined) return false;
    const mayGoOn = term.begins && offset === term.words.length - 1;
    return mayGoOn ? word.startsWith(wanted) : word === wanted;
  });
}
