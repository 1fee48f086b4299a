import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  byStreetName,
  eachStreetOnce,
  type KnownStreet,
  nameIn,
  streetIn,
  streetsIn,
} from './placed-street.ts';

const LANGUAGES = ['nl', 'fr', 'en'] as const;
const language = fc.constantFrom(...LANGUAGES);
const names = (words: readonly string[]) =>
  fc.record({ nameNl: fc.constantFrom(...words), nameFr: fc.constantFrom('', 'Rue Haute') });
const AREAS = ['Nekkerspoel', 'Muizen', 'Heide'];
const area = names(AREAS).map(({ nameNl }) => ({ nameNl, nameFr: '' }));
const street: fc.Arbitrary<KnownStreet> = fc
  .tuple(
    names(['Kerkstraat', 'Lange Baan']),
    fc.constantFrom('1', '2', '3'),
    fc.array(area, { maxLength: 3 }),
  )
  .map(([both, id, neighbourhoods]) => ({ ...both, id, neighbourhoods }));

const church = (...neighbourhoods: readonly string[]) => ({
  nameNl: 'Kerkstraat',
  nameFr: 'Rue de l’Église',
  neighbourhoods: neighbourhoods.map((nameNl) => ({ nameNl, nameFr: '' })),
});
const long = { ...church('Nekkerspoel'), nameNl: 'Lange Baan', nameFr: '' };

describe('a street in words', () => {
  it('says its neighbourhood, or all of those that it goes through', () => {
    expect(streetIn('nl', church('Nekkerspoel'))).toBe('Kerkstraat, Nekkerspoel');
    expect(streetIn('fr', church('Nekkerspoel'))).toBe('Rue de l’Église, Nekkerspoel');
    expect(streetIn('en', church('Muizen', 'Nekkerspoel'))).toBe(
      'Kerkstraat, Muizen and Nekkerspoel',
    );
    expect(streetIn('nl', church())).toBe('Kerkstraat');
  });

  it('is never the same for two of one name in different neighbourhoods', () => {
    fc.assert(
      fc.property(language, street, area, area, (tongue, one, here, there) => {
        fc.pre(here.nameNl !== there.nameNl);
        expect(streetIn(tongue, { ...one, neighbourhoods: [here] })).not.toBe(
          streetIn(tongue, { ...one, neighbourhoods: [there] }),
        );
      }),
    );
  });
});

describe('streets in words', () => {
  it('say a neighbourhood that they share once', () => {
    expect(streetsIn('nl', [church('Nekkerspoel'), long])).toBe(
      'Kerkstraat en Lange Baan, Nekkerspoel',
    );
    expect(streetsIn('en', [church('Nekkerspoel'), church('Muizen')])).toBe(
      'Kerkstraat, Nekkerspoel; Kerkstraat, Muizen',
    );
    expect(streetsIn('fr', [])).toBe('');
  });

  it('name every street and every neighbourhood', () => {
    fc.assert(
      fc.property(language, fc.array(street), (tongue, streets) => {
        const text = streetsIn(tongue, streets);
        for (const one of streets) {
          for (const named of [one, ...one.neighbourhoods]) {
            expect(text).toContain(nameIn(tongue, named));
          }
        }
      }),
    );
  });

  it('are as for one where there is one', () => {
    fc.assert(
      fc.property(language, street, (tongue, one) => {
        expect(streetsIn(tongue, [one])).toBe(streetIn(tongue, one));
      }),
    );
  });
});

describe('streets put together', () => {
  it('are each there once, by id and not by name, with all their neighbourhoods', () => {
    fc.assert(
      fc.property(fc.array(street), (streets) => {
        const once = eachStreetOnce(streets);
        expect(once.map(({ id }) => id)).toEqual([...new Set(streets.map(({ id }) => id))]);
        for (const one of once) {
          const same = streets.filter(({ id }) => id === one.id);
          expect(new Set(one.neighbourhoods.map(({ nameNl }) => nameNl))).toEqual(
            new Set(same.flatMap((other) => other.neighbourhoods.map(({ nameNl }) => nameNl))),
          );
        }
        expect(eachStreetOnce(once)).toEqual(once);
      }),
    );
  });

  it('stand by name, and of one name by neighbourhood', () => {
    const sorted = [long, church('Nekkerspoel'), church('Muizen')].sort(byStreetName('nl'));
    expect(sorted.map((one) => streetIn('nl', one))).toEqual([
      'Kerkstraat, Muizen',
      'Kerkstraat, Nekkerspoel',
      'Lange Baan, Nekkerspoel',
    ]);
  });
});
