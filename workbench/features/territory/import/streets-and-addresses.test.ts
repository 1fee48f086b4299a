import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { OPEN_END } from '#shared/lib/dates.ts';

import {
  ADDRESSES,
  collection,
  logContact,
  road,
  ROADS,
  segmentsNow,
  square,
  streetsNow,
  TWO,
} from '../../../../tests/factories/territory-files.ts';
import { type ImportBench, openImportBench } from '../../../../tests/factories/test-imports.ts';
import { importReport } from './import-history.ts';
import { undoImport } from './undo-import.ts';

let bench: ImportBench;
beforeEach(async () => {
  bench = await openImportBench();
});
afterEach(() => bench.dispose());

describe('Street names', () => {
  it('enrich the streets that lines brought, without doubling them', async () => {
    await bench.import('straten.geojson', ROADS);
    const before = await bench.contents();
    const record = await bench.import(
      'straten.csv',
      'straatnaam,deelgemeente,postcode,nis\nKERKSTRAAT,Heffen,2801,12025\nNieuwstraat,Leest,2811,12025\n',
    );
    expect(record.counts).toMatchObject({ added: 1, changed: 1 });
    expect(await streetsNow(bench)).toMatchObject([
      { name_nl: 'Dorpstraat', official_id: 'line:::dorpstraat' },
      { name_nl: 'KERKSTRAAT', official_id: 'name:12025:heffen:kerkstraat', postcode: '2801' },
      { name_nl: 'Nieuwstraat', postcode: '2811' },
    ]);
    expect((await segmentsNow(bench))[0]).toEqual(['way/1', 'KERKSTRAAT', null]);
    await undoImport(bench.file, { importId: record.id });
    expect(await bench.contents()).toEqual(before);
  });

  it('that are the same in two sub-municipalities are two streets, and lines find theirs', async () => {
    await bench.import(
      'straten.csv',
      'straatnaam,deelgemeente,postcode,nis\nKerkstraat,Heffen,2801,12025\nKerkstraat,Leest,2811,12025\n',
    );
    await bench.import(
      'deelgemeenten.geojson',
      collection(square('12025D', 4.4, 'Heffen (Mechelen)'), square('12025C', 4.41, 'Leest')),
    );
    await bench.import(
      'straten.geojson',
      collection(
        road('way/1', 'Kerkstraat', [4.402, 51.005], [4.404, 51.005]),
        road('way/2', 'Kerkstraat', [4.412, 51.005], [4.414, 51.005]),
      ),
    );
    const rows = await bench.store.read
      .selectFrom('segment')
      .innerJoin('street', 'street.id', 'segment.street_id')
      .select(['segment.official_id', 'street.sub_municipality'])
      .orderBy('segment.official_id')
      .execute();
    expect(rows).toEqual([
      { official_id: 'way/1', sub_municipality: 'Heffen' },
      { official_id: 'way/2', sub_municipality: 'Leest' },
    ]);
    expect(await streetsNow(bench)).toHaveLength(2);
  });

  it('that change give way to a new street; segments and addresses go over, contacts stay', async () => {
    const table = (name: string) => `street_id;streetname_nl;nis\n77;${name};12025\n`;
    await bench.import('straten.csv', table('Kerkstraat'));
    await bench.import('straten.geojson', ROADS);
    await bench.import('adressen.csv', ADDRESSES);
    const [old] = (await streetsNow(bench)).filter((street) => street.name_nl === 'Kerkstraat');
    await logContact(bench, old?.id ?? '');
    const before = await bench.contents();
    const record = await bench.import('straten.csv', table('Vredestraat'), {
      validFrom: '2026-04-01',
    });
    expect(record.counts).toMatchObject({ changed: 1, added: 0 });
    expect((await segmentsNow(bench))[0]).toEqual(['way/1', 'Vredestraat', null]);
    const addresses = await bench.store.read
      .selectFrom('address')
      .innerJoin('street', 'street.id', 'address.street_id')
      .select(['street.name_nl'])
      .where('address.valid_to', '=', OPEN_END)
      .execute();
    expect(addresses).toContainEqual({ name_nl: 'Vredestraat' });
    expect(addresses).not.toContainEqual({ name_nl: 'Kerkstraat' });
    const contact = await bench.store.read
      .selectFrom('contact')
      .select('street_id')
      .executeTakeFirstOrThrow();
    expect(contact.street_id).toBe(old?.id);
    await undoImport(bench.file, { importId: record.id });
    expect(await bench.contents()).toEqual(before);
  });
});

describe('Addresses', () => {
  it('come from the columns of the register, with their streets and neighbourhoods', async () => {
    await bench.import('wijken.geojson', TWO);
    await bench.import('straten.geojson', ROADS);
    const uploadId = await bench.upload('adressen.csv', ADDRESSES);
    const plan = await bench.plan(uploadId);
    expect(plan).toMatchObject({
      layer: 'addresses',
      coordinateSystem: 'EPSG:4326',
      mapping: {
        officialId: 'address_id',
        streetOfficialId: 'street_id',
        houseNumber: 'house_number',
      },
    });
    const record = await bench.run(plan);
    expect(record.counts).toMatchObject({ read: 11, added: 3, refused: 8 });
    const report = await importReport(bench.file, { importId: record.id, offset: 0 });
    expect(report.refused.map(({ row, reason }) => `${row} ${reason}`).toSorted()).toEqual([
      '10 unknown-street',
      '11 wrong-column-count',
      '4 missing-house-number',
      '5 duplicate-official-id',
      '6 missing-geometry',
      '7 coordinates-not-numbers',
      '8 outside-belgium',
      '9 missing-street',
    ]);
    const rows = await bench.store.read
      .selectFrom('address')
      .innerJoin('street', 'street.id', 'address.street_id')
      .leftJoin('area', 'area.id', 'address.neighbourhood_id')
      .select([
        'address.official_id',
        'house_number',
        'box_number',
        'street.official_id as street',
        'street.name_fr',
        'area.official_id as neighbourhood',
      ])
      .orderBy('address.official_id')
      .execute();
    expect(rows).toMatchObject([
      { official_id: '901', house_number: '1', street: '77', neighbourhood: '12025W01' },
      { official_id: '902', box_number: 'b2', street: '77', neighbourhood: '12025W02' },
      { official_id: '911', street: '79', name_fr: 'Rue Neuve' },
    ]);
    // The street of the lines is the register's 77 now, and still one.
    expect((await streetsNow(bench)).map((street) => street.official_id)).toEqual([
      'line:12025::dorpstraat',
      '77',
      '79',
    ]);
  });

  it('end when a complete file lacks them, refused ones excepted', async () => {
    await bench.import('adressen.csv', ADDRESSES);
    const before = await bench.contents();
    const lines = ADDRESSES.split('\n');
    const changed = [lines[0], lines[1]?.replace(',1,12025', ',,12025'), lines[11], ''].join('\n');
    const record = await bench.import('adressen.csv', changed, {
      validFrom: '2026-09-01',
      complete: true,
    });
    expect(record.counts).toMatchObject({ read: 2, unchanged: 1, refused: 1, ended: 1 });
    await undoImport(bench.file, { importId: record.id });
    expect(await bench.contents()).toEqual(before);
  });

  it('go to another neighbourhood when borders move', async () => {
    await bench.import('adressen.csv', ADDRESSES);
    const before = await bench.contents();
    const sameDay = await bench.import('wijken.geojson', TWO);
    const assigned = async () =>
      (
        await bench.store.read
          .selectFrom('address')
          .innerJoin('area', 'area.id', 'address.neighbourhood_id')
          .select('address.official_id')
          .where('address.valid_to', '=', OPEN_END)
          .execute()
      ).length;
    expect(await assigned()).toBe(3);
    await undoImport(bench.file, { importId: sameDay.id });
    expect(await bench.contents()).toEqual(before);
    const later = await bench.import('wijken.geojson', TWO, { validFrom: '2026-02-01' });
    expect(await assigned()).toBe(3);
    await undoImport(bench.file, { importId: later.id });
    expect(await bench.contents()).toEqual(before);
  });
});
