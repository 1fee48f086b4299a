import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';

import { gramsOf, searchKeyOf, wordsOfName, writingsOf } from './party-name.ts';
import {
  fitOf as fitOfWords,
  FITS,
  SIMILAR,
  similarityOf as similarityOfWords,
} from './similarity.ts';

const fitOf = (typed: string, name: string) => fitOfWords(wordsOfName(typed), wordsOfName(name));
const similarityOf = (one: string, other: string) =>
  similarityOfWords(wordsOfName(one), wordsOfName(other));

const word = fastCheck.constantFrom(
  ...'Mila Verzonnen Zoë Fictief De Van den Broeck Jan-Baptist Ænéas Çelik 12 Bakkerij Öztürk'.split(
    ' ',
  ),
);
const name = fastCheck
  .oneof(
    fastCheck.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' ')),
    fastCheck.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  )
  .filter((text) => wordsOfName(text).length > 0);
/** Words without particles, whose order may change without changing what they say. */
const plainWord = fastCheck.constantFrom(
  ...'Mila Verzonnen Zoë Fictief Ænéas Çelik Bakkerij'.split(' '),
);

describe('the likeness of two names', () => {
  it('is between 0 and 1, the same both ways, and 1 for a name and itself', () => {
    fastCheck.assert(
      fastCheck.property(name, name, (one, other) => {
        const likeness = similarityOf(one, other);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(similarityOf(other, one)).toBeCloseTo(likeness, 12);
        expect(similarityOf(one, one)).toBe(1);
      }),
    );
  });

  it('does not change with the order of the words, their case or their accents', () => {
    fastCheck.assert(
      fastCheck.property(
        fastCheck.shuffledSubarray(['Mila', 'Zoë', 'Fictief', 'Çelik', 'Bakkerij'], {
          minLength: 1,
        }),
        fastCheck.array(plainWord, { minLength: 1, maxLength: 5 }),
        (one, other) => {
          const likeness = similarityOf(one.join(' '), other.join(' '));
          const turned = [...one].reverse().join('  ').toUpperCase().normalize('NFD');
          expect(similarityOf(turned, other.join(' '))).toBeCloseTo(likeness, 12);
        },
      ),
    );
  });

  it.each([
    ['Jan Verzonnen', 'Verzonnen, Jan'],
    ['Jan Verzonnen', 'JAN VERZONNEN'],
    ['Zoë Ångström', 'Zoe Angstrom'],
    ['Jan Van den Broeck', 'Jan Vandenbroeck'],
    ['Dhr. Jan De Clercq', 'Jan De Klerk'],
    ['Jan Peeters', 'Jan Peters'],
    ['Jan Verzonnen', 'Jan Verzonenn'],
    ['J. Verzonnen', 'Jan Verzonnen'],
    ['Bakkerij De Gouden Aar', 'Bakkerij Gouden Aar bv'],
    ['Maryse Fictief', 'Marise Fictief'],
  ])('finds %s and %s alike', (one, other) => {
    expect(similarityOf(one, other)).toBeGreaterThanOrEqual(SIMILAR);
  });

  it.each([
    ['Jan Verzonnen', 'Mila Verzonnen'],
    ['Jan Verzonnen', 'Jan Fictief'],
    ['An', 'Jo'],
    ['Basisschool De Linde', 'Bakkerij De Linde'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(similarityOf(one, other)).toBeLessThan(SIMILAR);
  });
});

describe('the fit of a name while it is typed', () => {
  it('is best for the name itself and holds at every letter on the way', () => {
    fastCheck.assert(
      fastCheck.property(name, (whole) => {
        expect(fitOf(whole, whole)).toBe(1);
        const typed = [...(wordsOfName(whole)[0]?.full ?? '')];
        for (let length = 1; length <= typed.length; length += 1) {
          expect(fitOf(typed.slice(0, length).join(''), whole)).toBeGreaterThanOrEqual(FITS);
        }
      }),
    );
  });

  it.each([
    ['verz', 'Mila Verzonnen'],
    ['verz mi', 'Mila Verzonnen'],
    ['broeck', 'Jan Van den Broeck'],
    ['van den br', 'Jan Vandenbroeck'],
    ['klerk', 'Jan De Clercq'],
    ['verzonenn', 'Mila Verzonnen'],
  ])('shows for %s the name %s', (typed, whole) => {
    expect(fitOf(typed, whole)).toBeGreaterThanOrEqual(FITS);
  });

  it('ranks the whole name before its beginning, and that before a typing error', () => {
    const fits = ['Jan', 'Janne', 'Jaan'].map((whole) => fitOf('jan', whole));
    expect([...fits].sort((one, other) => other - one)).toEqual(fits);
  });
});

describe('what a search index keeps of a name', () => {
  it('holds every group of letters of every word, as written and as it sounds', () => {
    fastCheck.assert(
      fastCheck.property(name, (whole) => {
        const key = searchKeyOf(whole);
        for (const word of writingsOf(wordsOfName(whole))) {
          for (const gram of gramsOf(word, true)) expect(key).toContain(gram);
        }
      }),
    );
  });

  it('marks where words begin and end', () => {
    expect(searchKeyOf('Jan Claes')).toBe('  jan   claes   klas ');
    expect(gramsOf('jan', true)).toEqual(['  j', ' ja', 'jan', 'an ']);
    expect(gramsOf('jan', false)).toEqual(['  j', ' ja', 'jan']);
  });

  it('knows a name by its title alone when there is nothing else', () => {
    expect(wordsOfName('Meneer')).toMatchObject([{ full: 'meneer', core: 'meneer' }]);
    expect(wordsOfName('Mevr. Zonnig')).toMatchObject([{ full: 'zonnig' }]);
    expect(wordsOfName('  …  ')).toEqual([]);
  });
});
