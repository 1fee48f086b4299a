import { afterEach, beforeEach, expect, it } from 'vitest';

import { plantNamesake } from '../../../tests/factories/namesake-street.ts';
import { plantOutside } from '../../../tests/factories/outside-street.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { storeTerritory, territoryMaker } from '../../../tests/factories/test-territory.ts';
import { placedStreets, streetsOfStretches } from './placed-streets.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

const ID = '01970000-0000-7000-8000-000000000009';
const ASTERS = { nameNl: 'Asterlaan', nameFr: '' };

it('tells streets of one name apart by their neighbourhood', async () => {
  const { streetId, segmentId } = await plantNamesake(test.store);
  const stretch = { streetId, segmentId };
  const streetOf = await streetsOfStretches(test.store.read, [stretch]);
  expect(streetOf(stretch)).toEqual({
    id: streetId,
    nameNl: 'Zonnebloemstraat',
    nameFr: 'Rue des Tournesols',
    neighbourhoods: [{ nameNl: 'Maanwijk', nameFr: '' }],
  });
});

it('takes a street and a neighbourhood that were renamed by what they are called last', async () => {
  const town = territoryMaker(5);
  const until = { validTo: '2025-01-01' };
  const since = { validFrom: '2025-01-01' };
  const before = town.area({ officialId: 'W7', nameNl: 'Oudwijk', ...until }).id;
  const after = town.area({ officialId: 'W7', nameNl: 'Nieuwwijk', ...since }).id;
  const old = town.street({ officialId: 's7', nameNl: 'Oude Asterlaan', ...until }).id;
  const { id } = town.street({ officialId: 's7', ...ASTERS, ...since });
  await storeTerritory(test.store, town.dataset);
  const places = [
    { streetId: old, neighbourhoodId: before },
    { streetId: id, neighbourhoodId: after },
  ];
  const streetOf = await placedStreets(test.store.read, places);
  const asters = { id, ...ASTERS, neighbourhoods: [{ nameNl: 'Nieuwwijk', nameFr: '' }] };
  expect(places.map(streetOf)).toEqual([asters, asters]);
});

it('does not take streets without an official id for one', async () => {
  const town = territoryMaker(6);
  const streets = ['Asterlaan', 'Dahliapad'].map((nameNl) =>
    town.street({ officialId: '', nameNl }),
  );
  await storeTerritory(test.store, town.dataset);
  const places = streets.map(({ id }) => ({ streetId: id, neighbourhoodId: null }));
  const streetOf = await placedStreets(test.store.read, places);
  expect(places.map((place) => streetOf(place).nameNl)).toEqual(['Asterlaan', 'Dahliapad']);
});

it('names no neighbourhood outside of every one, and nothing that is unknown', async () => {
  const { streetId, outside } = await plantOutside(test.store);
  const [free, unknown] = [
    { streetId, segmentId: outside },
    { streetId: ID, segmentId: ID },
  ] as const;
  const streetOf = await streetsOfStretches(test.store.read, [free, unknown]);
  expect(streetOf(free)).toMatchObject({ nameNl: 'Heidepad', neighbourhoods: [] });
  expect(streetOf(unknown)).toEqual({ id: ID, nameNl: '', nameFr: '', neighbourhoods: [] });
});
