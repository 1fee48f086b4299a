import type { NameReading } from '#shared/domain/territory/street-name.ts';
import { editDistance } from '#shared/lib/edit-distance.ts';

/** A name ready to be compared: its letters in one piece, and where its words begin in them. */
export interface NameKey {
  readonly text: string;
  readonly starts: readonly number[];
  /** One bit per letter or digit it holds. */
  readonly mask: number;
}

/** What was typed, ready to be compared with many names. */
export interface Query {
  readonly text: string;
  readonly words: readonly string[];
  readonly mask: number;
  /** Typing errors forgiven: none in a short word, where every name would fit. */
  readonly errors: number;
}

export function prepareKey(reading: NameReading): NameKey {
  let position = 0;
  const starts = reading.map((word) => {
    const start = position;
    position += word.length;
    return start;
  });
  const text = reading.join('');
  return { text, starts, mask: letterMask(text) };
}

export function prepareQuery(reading: NameReading): Query {
  const text = reading.join('');
  return { text, words: reading, mask: letterMask(text), errors: errorsForgiven(text) };
}

/** Shorter words than this fit too many names to be looked for in the middle of a word. */
const SHORTEST_INSIDE = 4;

/**
 * How far a name is from what was typed, without typing errors; undefined when it does not fit. The
 * order of these costs is the order of the results: the whole name, its beginning, a later word to the
 * end, the beginning of a later word, all words somewhere. All are below {@link looseCost}.
 */
export function exactCost(query: Query, name: NameKey): number | undefined {
  if (query.text === '' || lettersMissing(query.mask, name.mask) > 0) return undefined;
  return startCost(query, name) ?? (everyWordBegins(query, name) ? 3.5 : undefined);
}

/**
 * The same with the letters somewhere inside a word, or with typing errors (two in a word of eight
 * letters or more, one in a shorter one). A digit is no typing error: it is a house number, of which
 * another reading of the text knows.
 */
export function looseCost(query: Query, name: NameKey): number | undefined {
  if (query.text === '' || (query.mask & ~name.mask & DIGIT) !== 0) return undefined;
  if (lettersMissing(query.mask, name.mask) > query.errors) return wordsCost(query, name);
  return leastOf(fuzzyCost(query, name), wordsCost(query, name), insideCost(query, name));
}

/** How far a name is from what was typed, with or without typing errors; undefined when it does not fit. */
export function nameCost(query: Query, name: NameKey): number | undefined {
  return exactCost(query, name) ?? looseCost(query, name);
}

function startCost(query: Query, name: NameKey): number | undefined {
  let cost: number | undefined;
  for (const start of name.starts) {
    if (!name.text.startsWith(query.text, start)) continue;
    const toTheEnd = name.text.length - start === query.text.length;
    cost = leastOf(cost, (toTheEnd ? 0 : 1) + (start === 0 ? 0 : 2));
  }
  return cost;
}

function fuzzyCost(query: Query, name: NameKey): number | undefined {
  if (query.errors === 0) return undefined;
  let cost: number | undefined;
  for (const start of name.starts) {
    const { whole, prefix } = editDistance(query.text, name.text, start, query.errors);
    const later = start === 0 ? 0 : 0.7;
    if (whole <= query.errors) cost = leastOf(cost, 4 + whole / 2 + later);
    if (prefix <= query.errors) cost = leastOf(cost, 4.4 + prefix / 2 + later);
  }
  return cost;
}

/** Every typed word begins a word of the name, in whatever order: "J. Denynplein", "Boon Louis". */
function everyWordBegins(query: Query, name: NameKey): boolean {
  if (query.words.length < 2) return false;
  return query.words.every((word) =>
    name.starts.some((start) => name.text.startsWith(word, start)),
  );
}

function wordsCost(query: Query, name: NameKey): number | undefined {
  if (query.words.length < 2) return undefined;
  let edits = 0;
  for (const word of query.words) {
    const errors = errorsForgiven(word);
    let least = errors + 1;
    for (const start of name.starts) {
      const { prefix } = editDistance(word, name.text, start, errors);
      least = Math.min(least, prefix);
      if (least === 0) break;
    }
    if (least > errors) return undefined;
    edits += least;
  }
  return 5.8 + edits / 2;
}

function insideCost(query: Query, name: NameKey): number | undefined {
  // Dutch glues: "kaai" is the end of Zoutkaai, and fits it better than a slip fits Kaasgang.
  return query.text.length >= SHORTEST_INSIDE && name.text.includes(query.text) ? 3.8 : undefined;
}

function errorsForgiven(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** A letter that the name does not hold takes at least one edit of its own. */
function lettersMissing(typed: number, held: number): number {
  let bits = typed & ~held;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count += 1;
  }
  return count;
}

const DIGIT = 1 << 26;
const OTHER = 1 << 27;

/** Bits 0-25 for a-z, one for digits, one for every other letter. */
function letterMask(text: string): number {
  let mask = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 97 && code <= 122) mask |= 1 << (code - 97);
    else mask |= code >= 48 && code <= 57 ? DIGIT : OTHER;
  }
  return mask;
}

function leastOf(...costs: readonly (number | undefined)[]): number | undefined {
  const known = costs.filter((cost) => cost !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
