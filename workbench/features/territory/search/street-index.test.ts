import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { pick, type Random, randomInteger, seededRandom } from '#shared/lib/random.ts';

import { isMissing, sharedData } from '../../../../tests/factories/shared-data.ts';
import { type IndexedStreet, makeStreetIndex } from './street-index.ts';

const MECHELEN = 'territory/mechelen/straten_mechelen.csv';
const LEUVEN = 'territory/leuven/straten_leuven.geojson';
const hasMechelen = !isMissing(MECHELEN);
const hasLeuven = !isMissing(LEUVEN);

function street(nameNl: string, fields: Partial<IndexedStreet> = {}): IndexedStreet {
  const id = `${nameNl}, ${fields.subMunicipality ?? ''}`;
  return {
    id,
    versionIds: [id],
    nameNl,
    nameFr: '',
    postcode: '',
    subMunicipality: '',
    placeShown: '',
    placeNames: [fields.subMunicipality ?? ''],
    municipalityNames: [],
    ...fields,
  };
}

/** What a search gives, as names. */
function namesFound(streets: readonly IndexedStreet[], text: string, limit = 20): string[] {
  return makeStreetIndex(streets)
    .search(text, limit)
    .map((hit) => hit.street.nameNl);
}

/** One slip: a letter lost, added, replaced, or two swapped. */
function withTypingError(random: Random, name: string): string {
  const at = randomInteger(random, 0, name.length - 2);
  const letter = pick(random, [...'abcdefghijklmnopqrstuvwxyz']);
  const [before, after] = [name.slice(0, at), name.slice(at + 1)];
  const changed = [
    before + after,
    `${before}${letter}${name.slice(at)}`,
    before + letter + after,
    `${before}${after.charAt(0)}${name.charAt(at)}${after.slice(1)}`,
  ];
  return pick(random, changed);
}

describe('a number that belongs to the name', () => {
  it.each([
    ['Elfnovemberlaan', '11 novemberlaan'],
    ['Elf-novemberstraat', '11 novemberstr'],
    ['11 Novemberlaan', 'elf novemberlaan'],
    ['11-Novemberlaan', '11 nov'],
    ['Vier Septemberlaan', '4 septemberlaan'],
  ])('%s is found by "%s", without a house number', (name, text) => {
    const [hit] = makeStreetIndex([street(name), street('Molenweg')]).search(text, 5);
    expect([hit?.street.nameNl, hit?.reading.houseNumber]).toEqual([name, '']);
  });

  it('leaves the house number behind it what it is', () => {
    const [hit] = makeStreetIndex([street('Elfnovemberlaan')]).search('11 novemberlaan 24', 5);
    expect(hit?.reading.houseNumber).toBe('24');
  });
});

describe('the order of what is found', () => {
  it('puts a word inside a compound before a typing error', () => {
    const streets = ['Kaasgang', 'Zoutkaai', 'Gaaienlei', 'Laadkaai'].map((name) => street(name));
    expect(namesFound(streets, 'kaai')).toEqual(['Laadkaai', 'Zoutkaai', 'Kaasgang', 'Gaaienlei']);
  });

  it('is exact, beginning, later word, typing error', () => {
    const streets = ['Kerkstraatje', 'Oude Kerkstraat', 'Kerkstraat', 'Kerfstraat', 'Molenweg'].map(
      (name) => street(name),
    );
    expect(namesFound(streets, 'kerkstraat')).toEqual([
      'Kerkstraat',
      'Kerkstraatje',
      'Oude Kerkstraat',
      'Kerfstraat',
    ]);
  });

  it('puts the typed place first, by name, half a name or postcode', () => {
    const streets = [
      street('Dorpsstraat', { subMunicipality: 'Heuvel', postcode: '2801' }),
      street('Dorpsstraat', { subMunicipality: 'Meerdorp', postcode: '2812' }),
    ];
    const placeOf = (text: string) =>
      makeStreetIndex(streets).search(text, 5)[0]?.street.subMunicipality;
    expect(placeOf('Dorpsstraat 3, 2812 Meerdorp')).toBe('Meerdorp');
    expect(placeOf('Dorpsstraat 3 2812')).toBe('Meerdorp');
    expect(placeOf('Dorpsstr Meerdorp')).toBe('Meerdorp');
    expect(placeOf('Dorpsstraat, mee')).toBe('Meerdorp');
    expect(placeOf('Dorpsstraat, heu')).toBe('Heuvel');
    expect(makeStreetIndex(streets).search('Dorpsstraat, Meerdorp', 5)).toHaveLength(2);
  });

  it('tells a municipality from the sub-municipality of the same name', () => {
    const of = (subMunicipality: string, postcode: string) =>
      street('Kerkstraat', { subMunicipality, postcode, municipalityNames: ['Lindermonde'] });
    const streets = [of('Elsterdonk', '1998'), of('Lindermonde', '1997'), of('Aardorp', '1997')];
    const order = (text: string) =>
      makeStreetIndex(streets)
        .search(text, 5)
        .map((hit) => hit.street.subMunicipality);
    expect(order('Kerkstraat 3, 1997 Lindermonde')).toEqual([
      'Lindermonde',
      'Aardorp',
      'Elsterdonk',
    ]);
    expect(order('Kerkstraat 3 Lindermonde')[0]).toBe('Lindermonde');
    expect(order('Kerkstraat 3, 1998 Lindermonde')[0]).toBe('Elsterdonk');
    expect(order('Kerkstraat 3, 1997 Elsterdonk')[0]).toBe('Elsterdonk');
    expect(order('Kerkstraat 3, 1998')[0]).toBe('Elsterdonk');
  });

  it('takes a number that belongs to the name as the name', () => {
    const streets = [street('Plein'), street('Plein 1944'), street('11-Novemberstraat')];
    expect(namesFound(streets, 'Plein 1944')[0]).toBe('Plein 1944');
    expect(namesFound(streets, 'Plein 19')[0]).toBe('Plein');
    const [hit] = makeStreetIndex(streets).search('11-Novemberstraat 5', 5);
    expect(hit?.street.nameNl).toBe('11-Novemberstraat');
    expect(hit?.reading.houseNumber).toBe('5');
  });

  it('finds French names, and one street only once', () => {
    const streets = [street('Hoogstraat', { nameFr: 'Rue Haute' })];
    for (const text of ['hoogstr', 'Rue haute', 'r. Haute 12', '12 rue haut', 'Haute']) {
      expect(namesFound(streets, text)).toEqual(['Hoogstraat']);
    }
  });

  it('finds words in another order and by initials', () => {
    const streets = [street('Jan Voorbeeldplein'), street('Voorbeeldhof')];
    expect(namesFound(streets, 'J. Voorbeeldpl.')[0]).toBe('Jan Voorbeeldplein');
    expect(namesFound(streets, 'Voorbeeldplein Jan')[0]).toBe('Jan Voorbeeldplein');
  });

  it.each(['', '   ', ',', '-', '12', '?!'])('finds nothing for %j', (text) => {
    expect(namesFound([street('Kerkstraat')], text)).toEqual([]);
  });

  it('forgives no error in a short word', () => {
    expect(namesFound([street('Lei'), street('Lindepad')], 'lie')).toEqual([]);
  });
});

function expectFoundByName(streets: readonly IndexedStreet[]): void {
  const index = makeStreetIndex(streets);
  const missed = streets
    .map((one) => one.nameNl)
    .filter((name) => index.search(name, 5)[0]?.street.nameNl !== name);
  expect(missed).toEqual([]);
}

function shareFoundWithError(streets: readonly IndexedStreet[], seed: number): number {
  const index = makeStreetIndex(streets);
  const random = seededRandom(seed);
  const names = streets.map((one) => one.nameNl).filter((name) => name.length > 1);
  const found = names.filter((name) =>
    index.search(withTypingError(random, name), 3).some((hit) => hit.street.nameNl === name),
  );
  return found.length / names.length;
}

describe.runIf(hasMechelen)('the street names of Mechelen', () => {
  const streets = readMechelen();

  it('has them all', () => {
    expect(streets).toHaveLength(822);
  });

  it('finds every street first by its name', () => {
    expectFoundByName(streets);
  });

  it('finds 95 % in the first three with a typing error', () => {
    expect(shareFoundWithError(streets, 11)).toBeGreaterThanOrEqual(0.95);
  });

  it('finds abbreviated names first', () => {
    const index = makeStreetIndex(streets);
    const shortened = streets
      .map((one) => one.nameNl)
      .filter((name) =>
        /(straat|steenweg|laan|plein)$|^(Sint|Koning|Koningin|Monseigneur)\b/.test(name),
      );
    const missed = shortened.filter((name) => {
      const typed = name
        .replace(/straat$/, 'str.')
        .replace(/steenweg$/, ' stwg')
        .replace(/laan$/, 'ln')
        .replace(/plein$/, 'pl.')
        .replace(/^Sint-/, 'St. ')
        .replace(/^Koning(in)? /, 'Kon. ')
        .replace(/^Monseigneur /, 'Mgr. ');
      return index.search(`${typed} 12`, 5)[0]?.street.nameNl !== name;
    });
    expect(shortened.length).toBeGreaterThan(600);
    expect(missed).toEqual([]);
  });

  it.each([
    ['Antwerpse stwg 92', 'Antwerpsesteenweg', '92'],
    ['Hanswijkstr. zn.', 'Hanswijkstraat', ''],
    ['O.L.V.-straat 3', 'Onze-Lieve-Vrouwestraat', '3'],
    ['stwg op blaasveld', 'Steenweg op Blaasveld', ''],
    ['j. denynpl 4', 'Jef Denynplein', '4'],
    ['bethanienstr', 'Bethaniënstraat', ''],
  ])('reads %s', (text, name, houseNumber) => {
    const [hit] = makeStreetIndex(streets).search(text, 5);
    expect(hit?.street.nameNl).toBe(name);
    expect(hit?.reading.houseNumber).toBe(houseNumber);
  });
});

describe.runIf(hasLeuven)('the street names of Leuven', () => {
  const streets = readLeuven();

  it('has them all', () => {
    expect(streets).toHaveLength(1_182);
  });

  it('finds every street first by its name', () => {
    expectFoundByName(streets);
  });

  it('finds 95 % in the first three with a typing error', () => {
    expect(shareFoundWithError(streets, 12)).toBeGreaterThanOrEqual(0.95);
  });
});

function readMechelen(): readonly IndexedStreet[] {
  if (!hasMechelen) return [];
  const lines = readFileSync(sharedData(MECHELEN), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [name = '', subMunicipality = '', postcode = ''] = line.split(',');
    return street(name, { subMunicipality, postcode, municipalityNames: ['Mechelen'] });
  });
}

function readLeuven(): readonly IndexedStreet[] {
  if (!hasLeuven) return [];
  const file = JSON.parse(readFileSync(sharedData(LEUVEN), 'utf8')) as {
    features: { properties: { name: string } }[];
  };
  const names = new Set(file.features.map((feature) => feature.properties.name));
  return [...names].map((name) => street(name));
}
