import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openTestFile, type TestFile } from '../../../../tests/factories/test-store.ts';
import {
  storeTerritory,
  type TerritoryMaker,
  territoryMaker,
} from '../../../../tests/factories/test-territory.ts';
import { locate } from './locate.ts';

/** Some metres to the north, in degrees. */
const metresNorth = (metres: number) => metres / 111_195;

let test: TestFile;
let town: TerritoryMaker;
beforeEach(async () => {
  test = await openTestFile();
  town = territoryMaker();
});
afterEach(() => test.dispose());

const at = (longitude: number, latitude: number) =>
  locate(test.file, { position: [longitude, latitude] });

describe('locate', () => {
  it('finds nothing where there is nothing', async () => {
    expect(await at(4.41, 51)).toBeNull();
  });

  it('takes the nearest street of today within 75 metres, at its nearest point', async () => {
    const noord = town.area({ nameNl: 'Noord' });
    const zuid = town.area({ nameNl: 'Zuid' });
    const kerk = town.street({ nameNl: 'Kerkstraat' });
    const old = town.street({ nameNl: 'Oudestraat', validTo: '2026-01-01' });
    town.segment({
      streetId: kerk.id,
      geometry: [
        [4.4, 51],
        [4.42, 51],
      ],
      neighbourhoodId: zuid.id,
    });
    town.segment({
      streetId: kerk.id,
      geometry: [
        [4.42, 51],
        [4.42, 51.01],
      ],
      neighbourhoodId: noord.id,
    });
    town.segment({
      streetId: old.id,
      geometry: [
        [4.4, 51 + metresNorth(40)],
        [4.42, 51 + metresNorth(40)],
      ],
      validTo: '2026-01-01',
    });
    await storeTerritory(test.store, town.dataset);

    const found = await at(4.405, 51 + metresNorth(70));
    expect(found).toMatchObject({ streetId: kerk.id, houseNumber: '', houseNumberKnown: false });
    expect(found?.neighbourhoods.map((one) => one.nameNl)).toEqual(['Zuid']);
    expect(found?.position?.[0]).toBeCloseTo(4.405, 6);
    expect(found?.position?.[1]).toBeCloseTo(51, 6);
    expect((await at(4.42, 51.005))?.neighbourhoods.map((one) => one.nameNl)).toEqual(['Noord']);
    expect(await at(4.405, 51 + metresNorth(80))).toBeNull();
  });

  it('does not take a street for near because its bounds are', async () => {
    const bend = town.street({ nameNl: 'Bochtstraat' });
    town.segment({
      streetId: bend.id,
      geometry: [
        [4.4, 51],
        [4.42, 51],
        [4.42, 51.01],
      ],
    });
    await storeTerritory(test.store, town.dataset);
    expect(await at(4.405, 51.008)).toBeNull();
  });

  it('gives the number of the nearest address of that street within 30 metres', async () => {
    const kerk = town.street({ nameNl: 'Kerkstraat' });
    const other = town.street({ nameNl: 'Zijstraat' });
    town.segment({
      streetId: kerk.id,
      geometry: [
        [4.4, 51],
        [4.42, 51],
      ],
    });
    const north = (metres: number): [number, number] => [4.41, 51 + metresNorth(metres)];
    town.address({ streetId: kerk.id, houseNumber: '1', position: north(-15) });
    town.address({ streetId: kerk.id, houseNumber: '2', position: north(25) });
    town.address({ streetId: other.id, houseNumber: '99', position: north(10) });
    await storeTerritory(test.store, town.dataset);

    expect(await at(...north(9))).toMatchObject({
      houseNumber: '2',
      houseNumberKnown: true,
      position: north(25),
    });
    expect(await at(...north(-20))).toMatchObject({ houseNumber: '1' });
    expect(await at(...north(60))).toMatchObject({ houseNumber: '', houseNumberKnown: false });
  });
});
