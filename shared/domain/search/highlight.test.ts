import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { countTerms, excerpt, highlight } from './highlight.ts';
import { readQuery } from './search-query.ts';

/** The text with its marks in brackets. */
const marked = (text: string, typed: string): string =>
  highlight(text, readQuery(typed))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

/** Texts of few words, so that a query of the same words finds something. */
const WORDS = [
  'Lawaai',
  'lawaaierig',
  'van',
  'de',
  'buren',
  'é',
  'ÉCOLE',
  '“',
  '"',
  ', ',
  '\n',
  '👮',
];
const texts = fc
  .array(fc.constantFrom(...WORDS, ' '), { maxLength: 60 })
  .map((words) => words.join(' '));
const anything = fc.oneof(texts, fc.string({ unit: 'binary' }));

describe('highlighting', () => {
  it.each([
    ['Lawaai van de buren', 'lawaai', '[Lawaai] van de buren'],
    ['Een lawaaierige avond, LAWAAI!', 'lawaai', 'Een [lawaaierige] avond, [LAWAAI]!'],
    ['Een lawaaierige avond, LAWAAI!', 'lawaai ', 'Een lawaaierige avond, [LAWAAI]!'],
    ['Près de l’école', 'ecole', 'Près de l’[école]'],
    ['buren van de buren', '"de buren"', 'buren van [de buren]'],
    ['buren van de buren', 'buren van', '[buren] [van] de [buren]'],
    ['De een en de ander', '"de ander"', 'De een en [de ander]'],
    ['Niets hiervan', 'lawaai', 'Niets hiervan'],
  ])('%s, looking for %s', (text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected);
  });

  it('gives back the text when the marks are taken away', () => {
    fc.assert(
      fc.property(anything, anything, (text, typed) => {
        const pieces = highlight(text, readQuery(typed));
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });

  it('marks something exactly when a term is held', () => {
    fc.assert(
      fc.property(texts, texts, (text, typed) => {
        const query = readQuery(typed);
        const some = highlight(text, query).some((piece) => piece.marked);
        expect(some).toBe(countTerms(text, query) > 0);
      }),
    );
  });
});

describe('an excerpt', () => {
  const long = `${'woord '.repeat(60)}zeldzaam ${'staart '.repeat(60)}`;

  it('shows the first mark with some words around it', () => {
    const shown = excerpt(long, readQuery('zeldzaam'), 80);
    expect(shown).toMatch(/^…woord .* zeldzaam staart .*staart…$/);
  });

  it('is the whole text when that is short, on one line', () => {
    expect(excerpt('een\n\n twee', readQuery('x'), 80)).toBe('een twee');
  });

  it('begins at the beginning when nothing was found in it', () => {
    expect(excerpt(long, readQuery('nergens'), 80)).toMatch(/^woord woord .*woord…$/);
  });

  it('is a part of the text, no longer than asked, and holds the first mark', () => {
    fc.assert(
      fc.property(anything, anything, fc.integer({ min: 60, max: 200 }), (text, typed, length) => {
        const query = readQuery(typed);
        const line = text.replaceAll(/\s+/gu, ' ').trim();
        const shown = excerpt(text, query, length);
        const inner =
          shown.length > length || line !== shown
            ? shown.replace(/^…/, '').replace(/…$/, '')
            : shown;
        expect(line).toContain(inner);
        expect(inner.length).toBeLessThanOrEqual(length);
        expect(inner.isWellFormed() || !line.isWellFormed()).toBe(true);
      }),
    );
  });

  it('holds the first mark wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.nat(80),
        fc.nat(80),
        fc.integer({ min: 20, max: 200 }),
        (before, after, length) => {
          const text = `${'woord '.repeat(before)}zeldzaam ${'staart '.repeat(after)}`;
          const query = readQuery('zeldzaam');
          expect(countTerms(excerpt(text, query, length), query)).toBe(1);
        },
      ),
    );
  });
});
