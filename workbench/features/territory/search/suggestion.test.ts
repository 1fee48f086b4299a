import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openTestFile, type TestFile } from '../../../../tests/factories/test-store.ts';
import {
  square,
  storeTerritory,
  type TerritoryMaker,
  territoryMaker,
} from '../../../../tests/factories/test-territory.ts';
import { assignPost, endPost } from '../../people/index.ts';
import { searchAddress } from './search-address.ts';

let test: TestFile;
let town: TerritoryMaker;
beforeEach(async () => {
  test = await openTestFile();
  town = territoryMaker();
});
afterEach(() => test.dispose());

const search = (text: string, limit = 8) => searchAddress(test.file, { text, limit });
const store = () => storeTerritory(test.store, town.dataset);

describe('house numbers', () => {
  beforeEach(async () => {
    const area = town.area({ nameNl: 'Noord' });
    const other = town.area({ nameNl: 'Zuid', geometry: square([4.5, 51], 0.05) });
    const kerk = town.street({ nameNl: 'Kerkstraat', postcode: '2800' });
    town.segment({
      streetId: kerk.id,
      geometry: [
        [4.4, 51],
        [4.42, 51],
      ],
      neighbourhoodId: other.id,
    });
    const at = { streetId: kerk.id, neighbourhoodId: area.id, postcode: '2801' };
    town.address({ ...at, houseNumber: '12', position: [4.401, 51] });
    town.address({ ...at, houseNumber: '12a', position: [4.402, 51] });
    town.address({ ...at, houseNumber: '14', position: [4.403, 51] });
    town.address({ ...at, houseNumber: '16', boxNumber: '1', position: [4.404, 51] });
    town.address({ ...at, houseNumber: '16', boxNumber: '2', position: [4.405, 51] });
    town.address({ ...at, houseNumber: '18', validTo: '2025-01-01', position: [4.406, 51] });
    town.address({ ...at, houseNumber: '20-22', position: [4.407, 51] });
    await store();
  });

  it.each([
    ['Kerkstraat 12', '12', true, 4.401],
    ['12 Kerkstraat', '12', true, 4.401],
    ['Kerkstr. 12 A', '12A', true, 4.402],
    ['Kerkstraat 12-14', '12-14', true, 4.401],
    ['Kerkstraat 12 bus 9', '12/9', true, 4.401],
    ['Kerkstraat 16 bus 2', '16/2', true, 4.405],
    ['Kerkstraat 16', '16', true, 4.404],
    ['Kerkstraat 20-22', '20-22', true, 4.407],
    ['Kerkstraat 16 bus 7', '16/7', false, 4.41],
    ['Kerkstraat 12-18', '12-18', false, 4.41],
    ['Kerkstraat 18', '18', false, 4.41],
    ['Kerkstraat 99', '99', false, 4.41],
    ['Kerkstraat zn.', '', false, 4.41],
  ])('%s is %s, in the register: %s', async (text, houseNumber, known, longitude) => {
    const [found] = await search(text);
    expect(found).toMatchObject({ houseNumber, houseNumberKnown: known });
    expect(found?.position?.[0]).toBeCloseTo(longitude, 6);
    expect(found?.postcode).toBe(known ? '2801' : '2800');
    expect(found?.neighbourhoods.map((one) => one.nameNl)).toEqual([known ? 'Noord' : 'Zuid']);
  });
});

it('puts a house that is known to lie outside all neighbourhoods in none', async () => {
  const zuid = town.area({ nameNl: 'Zuid' });
  const kerk = town.street({ nameNl: 'Kerkstraat' });
  town.segment({
    streetId: kerk.id,
    geometry: [
      [4.4, 51],
      [4.42, 51],
    ],
    neighbourhoodId: zuid.id,
  });
  town.address({ streetId: kerk.id, houseNumber: '24', neighbourhoodId: null });
  await store();
  expect((await search('Kerkstraat 24'))[0]?.neighbourhoods).toEqual([]);
  expect((await search('Kerkstraat 25'))[0]?.neighbourhoods).toMatchObject([{ nameNl: 'Zuid' }]);
});

describe('the officers of a place', () => {
  it('are those of today, also when the neighbourhood was imported anew', async () => {
    const before = town.area({ nameNl: 'Noord', officialId: 'N', validTo: '2026-05-01' });
    const after = town.area({ nameNl: 'Noordwijk', officialId: 'N', validFrom: '2026-05-01' });
    const kerk = town.street({ nameNl: 'Kerkstraat' });
    town.segment({
      streetId: kerk.id,
      geometry: [
        [4.4, 51],
        [4.42, 51],
      ],
      neighbourhoodId: before.id,
    });
    await store();
    const officersFound = async () => (await search('kerkstraat'))[0]?.neighbourhoods;
    expect(await officersFound()).toEqual([
      { id: after.id, nameNl: 'Noordwijk', nameFr: '', officers: [] },
    ]);

    const { postId } = await assignPost(test.file, {
      officerId: test.store.identity.officerId,
      neighbourhoodId: before.id,
      validFrom: '2026-02-01',
    });
    expect((await officersFound())?.[0]?.officers).toEqual(['Noor Voorbeeld']);

    await endPost(test.file, { postId, validTo: '2026-06-16' });
    expect((await officersFound())?.[0]?.officers).toEqual(['Noor Voorbeeld']);
    test.clock.set('2026-06-16T08:00:00.000Z');
    expect((await officersFound())?.[0]?.officers).toEqual([]);
  });
});
