import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldWord, isEmptyQuery, readQuery, wordsIn } from './search-query.ts';

const term = (words: string, begins = false) => ({ words: words.split(' '), begins });

describe('a search query', () => {
  it.each([
    ['lawaai', [term('lawaai', true)]],
    ['lawaai ', [term('lawaai')]],
    ['Café  ÉCOLE', [term('cafe'), term('ecole', true)]],
    ['"lawaai van de buren"', [term('lawaai van de buren')]],
    ['avond "van de buren" str', [term('avond'), term('van de buren'), term('str', true)]],
    ['«la rue» “de buren”', [term('la rue'), term('de buren')]],
    ['"lawaai van bur', [term('lawaai van bur', true)]],
    ['l’école', [term('l'), term('ecole', true)]],
    ['ve', [term('ve')]],
    [
      'summary:x OR (a* NOT b) ^c -d',
      'summary x or a not b c d'.split(' ').map((one) => term(one)),
    ],
  ])('%s', (text, query) => {
    expect(readQuery(text)).toEqual(query);
  });

  it.each(['', '   ', '"', '""', '*', '-- ; /* */', '👮', '\u0000'])(
    'is empty without a letter or a digit: %j',
    (text) => {
      expect(isEmptyQuery(readQuery(text))).toBe(true);
    },
  );

  it('holds folded words only, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const { words } of readQuery(text)) {
          expect(words.length).toBeGreaterThan(0);
          for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{Co}]+$/u);
        }
      }),
    );
  });

  it('asks for no more than what a person can overlook', () => {
    expect(readQuery('woord '.repeat(5_000)).length).toBeLessThanOrEqual(12);
  });
});

describe('the words of a text', () => {
  it('stand where they say, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let before = 0;
        for (const { word, start, end } of wordsIn(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(foldWord(text.slice(start, end))).toBe(word);
          before = end;
        }
      }),
    );
  });

  it('are the same with accents in one sign or in two', () => {
    expect(wordsIn('Hélène').map(({ word }) => word)).toEqual(['helene']);
    expect(wordsIn('Hélène'.normalize('NFD')).map(({ word }) => word)).toEqual(['helene']);
  });
});
