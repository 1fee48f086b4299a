import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { OPEN_END } from '#shared/lib/dates.ts';
import { makeId } from '#shared/lib/ids.ts';

import { openTestFile, type TestFile } from '../../../../tests/factories/test-store.ts';
import {
  square,
  storeTerritory,
  type TerritoryMaker,
  territoryMaker,
} from '../../../../tests/factories/test-territory.ts';
import { assignPost } from '../../people/index.ts';
import { searchAddress } from './search-address.ts';

let test: TestFile;
let town: TerritoryMaker;
beforeEach(async () => {
  test = await openTestFile();
  town = territoryMaker();
});
afterEach(() => test.dispose());

const search = (text: string, limit = 8) => searchAddress(test.file, { text, limit });
const namesOf = async (text: string) => (await search(text)).map((one) => one.streetNameNl);
const store = () => storeTerritory(test.store, town.dataset);

describe('searchAddress', () => {
  it('answers with nothing in an empty territory', async () => {
    expect(await search('Kerkstraat 1')).toEqual([]);
  });

  it('puts the streets of the officer’s own neighbourhood first, and no worse fit before a better one', async () => {
    const own = town.area({ nameNl: 'Eigen wijk' });
    const other = town.area({ nameNl: 'Andere wijk' });
    const line = [
      [4.4, 51],
      [4.401, 51],
    ] as const;
    for (const [name, area] of [
      ['Molenzicht', other],
      ['Molenaarsweg', own],
      ['Molen', other],
    ] as const) {
      const street = town.street({ nameNl: name });
      town.segment({ streetId: street.id, geometry: line, neighbourhoodId: area.id });
    }
    await store();
    expect(await namesOf('molen')).toEqual(['Molen', 'Molenzicht', 'Molenaarsweg']);
    await assignPost(test.file, {
      officerId: test.store.identity.officerId,
      neighbourhoodId: own.id,
      validFrom: '2026-01-01',
    });
    expect(await namesOf('molen')).toEqual(['Molen', 'Molenaarsweg', 'Molenzicht']);
  });

  it('shows where a street is: the middle of its longest line and every neighbourhood it crosses', async () => {
    const north = town.area({ nameNl: 'Noord', nameFr: 'Nord' });
    const east = town.area({ nameNl: 'Centrum' });
    const kerk = town.street({
      nameNl: 'Kerkstraat',
      nameFr: "Rue de l'Église",
      postcode: '2800',
      subMunicipality: 'Meerdorp',
    });
    const long = [
      [4.4, 51],
      [4.42, 51],
    ] as const;
    const short = [
      [4.42, 51],
      [4.421, 51],
    ] as const;
    town.segment({ streetId: kerk.id, geometry: short, neighbourhoodId: east.id });
    town.segment({ streetId: kerk.id, geometry: long, neighbourhoodId: north.id });
    await store();

    const [found, ...others] = await search('rue eglise');
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      streetId: kerk.id,
      streetNameNl: 'Kerkstraat',
      streetNameFr: "Rue de l'Église",
      houseNumber: '',
      houseNumberKnown: false,
      postcode: '2800',
      subMunicipality: 'Meerdorp',
      neighbourhoods: [
        { id: east.id, nameNl: 'Centrum', nameFr: '', officers: [] },
        { id: north.id, nameNl: 'Noord', nameFr: 'Nord', officers: [] },
      ],
    });
    expect(found?.position?.[0]).toBeCloseTo(4.41, 6);
    expect(found?.position?.[1]).toBeCloseTo(51, 6);
  });

  it('knows the municipality a street lies in, by code or by place, in both languages', async () => {
    town.area({
      kind: 'municipality',
      officialId: '12025',
      nameNl: 'Meerstad',
      nameFr: 'Lacville',
      geometry: square([4.4, 51], 0.05),
    });
    town.area({
      kind: 'municipality',
      officialId: 'Damstad',
      nameNl: 'Damstad',
      geometry: square([4.6, 51], 0.05),
    });
    const meer = town.street({ nameNl: 'Kerkstraat', municipalityCode: '12025' });
    const dam = town.street({ nameNl: 'Kerkstraat' });
    const only = town.street({ nameNl: 'Molenweg', municipalityCode: '12025' });
    town.segment({
      streetId: dam.id,
      geometry: [
        [4.61, 51.01],
        [4.62, 51.01],
      ],
    });
    await store();

    const ids = async (text: string) => (await search(text)).map((one) => one.streetId);
    expect(await ids('kerkstraat damstad')).toEqual([dam.id, meer.id]);
    expect(await ids('kerkstraat 5 meerstad')).toEqual([meer.id, dam.id]);
    expect(await ids('kerkstraat, Lacville')).toEqual([meer.id, dam.id]);
    expect((await search('kerkstraat')).map((one) => one.subMunicipality).toSorted()).toEqual([
      'Damstad',
      'Meerstad',
    ]);
    expect(await search('molenweg')).toMatchObject([{ streetId: only.id, subMunicipality: '' }]);
  });

  it('takes a leading number of four digits for a postcode, unless the street has that number', async () => {
    const bruul = town.street({ nameNl: 'Bruul', postcode: '2800' });
    const baan = town.street({ nameNl: 'Oude Baan', postcode: '3000' });
    town.address({ streetId: baan.id, houseNumber: '1034' });
    await store();
    expect((await search('2800 bruul'))[0]).toMatchObject({ streetId: bruul.id, houseNumber: '' });
    expect((await search('3000 bruul'))[0]).toMatchObject({ streetId: bruul.id, houseNumber: '' });
    expect((await search('1034 oude baan'))[0]).toMatchObject({
      streetId: baan.id,
      houseNumber: '1034',
      houseNumberKnown: true,
    });
  });

  it('shows a street without a line, without a place', async () => {
    town.street({ nameNl: 'Kerkstraat' });
    await store();
    expect(await search('kerkstr 5')).toMatchObject([
      { houseNumber: '5', houseNumberKnown: false, position: null, neighbourhoods: [] },
    ]);
  });

  it('finds only streets of today, and again after midnight and after an import', async () => {
    town.street({ nameNl: 'Oudestraat', validTo: '2026-06-15' });
    town.street({ nameNl: 'Kortstraat', validTo: '2026-06-16' });
    town.street({ nameNl: 'Nieuwstraat', validFrom: '2026-06-16' });
    await store();
    expect(await namesOf('oudestraat')).not.toContain('Oudestraat');
    expect(await namesOf('kortstraat')).toContain('Kortstraat');
    expect(await namesOf('nieuwstraat')).not.toContain('Nieuwstraat');

    test.clock.set('2026-06-15T22:30:00.000Z');
    expect(await namesOf('kortstraat')).not.toContain('Kortstraat');
    expect(await namesOf('nieuwstraat')).toContain('Nieuwstraat');

    const more = territoryMaker(2);
    more.street({ nameNl: 'Zomerstraat' });
    await storeTerritory(test.store, more.dataset);
    expect(await namesOf('zomerstraat')).toContain('Zomerstraat');
  });

  it('notices an import that only ended rows, and its undo', async () => {
    const kerk = town.street({ nameNl: 'Kerkstraat' });
    await store();
    expect(await namesOf('kerkstraat')).toEqual(['Kerkstraat']);
    const importId = makeId(Date.parse(test.clock.now()), test.store.entropy.bytes(16));
    await test.store.write(async ({ tables }) => {
      await tables
        .insertInto('territory_import')
        .values({
          id: importId,
          layer: 'street-names',
          file_name: 'streets.csv',
          source_sha256: '',
          plan: '{}',
          imported_at: test.clock.now(),
          imported_by: test.store.identity.officerId,
          valid_from: '2026-06-15',
          counts: '{}',
          undone_at: null,
        })
        .execute();
      await tables
        .updateTable('street')
        .set({ valid_to: '2026-06-15', closed_by: importId })
        .where('id', '=', kerk.id)
        .execute();
    });
    expect(await namesOf('kerkstraat')).toEqual([]);

    await test.store.write(async ({ tables }) => {
      await tables
        .updateTable('street')
        .set({ valid_to: OPEN_END, closed_by: '' })
        .where('id', '=', kerk.id)
        .execute();
      await tables
        .updateTable('territory_import')
        .set({ undone_at: test.clock.now() })
        .where('id', '=', importId)
        .execute();
    });
    expect(await namesOf('kerkstraat')).toEqual(['Kerkstraat']);
  });

  it('keeps lines and addresses that name a street by the row it had before it was renamed', async () => {
    const before = town.street({
      nameNl: 'Kerkstraat',
      officialId: 'S1',
      validTo: '2026-01-01',
    });
    const after = town.street({
      nameNl: 'Pastorijstraat',
      officialId: 'S1',
      validFrom: '2026-01-01',
    });
    town.segment({
      streetId: before.id,
      geometry: [
        [4.4, 51],
        [4.42, 51],
      ],
    });
    town.address({ streetId: before.id, houseNumber: '7', position: [4.405, 51.001] });
    await store();
    expect(await search('pastorijstraat 7')).toMatchObject([
      { streetId: after.id, houseNumberKnown: true, position: [4.405, 51.001] },
    ]);
  });
});
