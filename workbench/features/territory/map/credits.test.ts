import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  ADDRESSES,
  collection,
  road,
  ROADS,
  square,
  TWO,
} from '../../../../tests/factories/territory-files.ts';
import { type ImportBench, openImportBench } from '../../../../tests/factories/test-imports.ts';
import { undoImport } from '../import/undo-import.ts';
import { readSummary } from './summary.ts';

let bench: ImportBench;
beforeEach(async () => {
  bench = await openImportBench();
  bench.clock.set('2026-06-15T08:00:00.000Z');
});
afterEach(() => bench.dispose());

const OSM = '© OpenStreetMap contributors (ODbL)';
const BEST = 'BeSt Address (BOSA)';
const CITY = 'Stad Voorbeeld';
const NAMES = 'straatnaam,nis,straatcode,postcode\nKerkstraat,12025,77,2800\n';
const REGISTER = [
  'straatnaam,nis,straatcode,postcode',
  'Kerkstraat,12025,77,2800',
  'Dorpstraat,12025,78,2800',
  'Nieuwstraat,12025,79,2800',
  '',
].join('\n');
const credits = async () => (await readSummary(bench.file)).credits;

describe('the sources of the territory', () => {
  it('are those of the imports, each once, in order, and none for an empty credit', async () => {
    expect(await credits()).toEqual([]);
    await bench.import('wijken.geojson', TWO);
    expect(await credits()).toEqual([]);
    await bench.import('straten.geojson', ROADS);
    expect(await credits()).toEqual([OSM]);
    await bench.import('adressen.csv', ADDRESSES);
    await bench.import('gemeenten.geojson', collection(square('12025', 4.4)), { credit: OSM });
    expect(await credits()).toEqual([BEST, OSM]);
  });

  it('go with an import that is undone', async () => {
    const roads = await bench.import('straten.geojson', ROADS);
    expect(await credits()).toEqual([OSM]);
    await undoImport(bench.file, { importId: roads.id });
    expect(await credits()).toEqual([]);
  });

  it('begin and end with what is valid', async () => {
    await bench.import('wijken.geojson', TWO, { credit: 'Vroeger' });
    const other = collection(square('12025W09', 4.4));
    await bench.import('wijken.geojson', other, {
      credit: 'Later',
      validFrom: '2026-09-01',
      complete: true,
    });
    expect(await credits()).toEqual(['Vroeger']);
    bench.clock.set('2026-09-01T08:00:00.000Z');
    expect(await credits()).toEqual(['Later']);
  });

  it('stay when borders and names are renewed over the lines and places of others', async () => {
    // The streets are the register's: of the map file and the addresses only lines and places count.
    await bench.import('straten.csv', REGISTER, { credit: CITY });
    const others = [
      await bench.import('straten.geojson', ROADS),
      await bench.import('adressen.csv', ADDRESSES),
    ];
    const renamed = REGISTER.replaceAll('straat,', 'laan,');
    await bench.import('straten.csv', renamed, { credit: CITY, validFrom: '2026-01-15' });
    await bench.import('wijken.geojson', TWO, { credit: CITY, validFrom: '2026-02-01' });
    const one = collection(square('12025W01', 4.4, 'Eén wijk', 0.03));
    await bench.import('wijken.geojson', one, {
      credit: 'Provincie',
      validFrom: '2026-03-01',
      complete: true,
    });
    for (const table of ['street', 'segment', 'address'] as const) {
      const untouched = await bench.store.read
        .selectFrom(table)
        .select('id')
        .where('valid_to', '>', '2026-06-15')
        .where(
          'opened_by',
          'in',
          others.map(({ id }) => id),
        )
        .execute();
      expect(untouched, table).toEqual([]);
    }
    expect(await credits()).toEqual([BEST, 'Provincie', CITY, OSM]);
  });

  it('go when every line and street of theirs is replaced', async () => {
    await bench.import('wijken.geojson', TWO);
    await bench.import('straten.geojson', ROADS);
    const other = collection(road('way/9', 'Nieuwstraat', [4.402, 51.006], [4.418, 51.006]));
    await bench.import('wegen.geojson', other, {
      credit: CITY,
      validFrom: '2026-04-01',
      complete: true,
    });
    expect(await credits()).toEqual([CITY]);
  });

  it('include a list that only filled in what was not known of the streets', async () => {
    await bench.import('straten.geojson', ROADS);
    const names = await bench.import('straten.csv', NAMES, { credit: CITY });
    const opened = await bench.store.read
      .selectFrom('street')
      .select('id')
      .where('opened_by', '=', names.id)
      .execute();
    expect(opened).toEqual([]);
    expect(await credits()).toEqual([CITY, OSM]);
    await undoImport(bench.file, { importId: names.id });
    expect(await credits()).toEqual([OSM]);
  });

  it('can be added by bringing the same file in once more, until its rows are replaced', async () => {
    await bench.import('wijken.geojson', TWO);
    const again = await bench.import('wijken.geojson', TWO, { credit: CITY });
    expect(again.counts).toMatchObject({ unchanged: 2, added: 0 });
    expect(await credits()).toEqual([CITY]);
    await bench.import('wijken.geojson', collection(square('12025W09', 4.4)), {
      credit: 'Provincie',
      validFrom: '2026-03-01',
      complete: true,
    });
    expect(await credits()).toEqual(['Provincie']);
  });

  it('are not there for an import of the time before they were asked', async () => {
    const { id } = await bench.import('straten.geojson', ROADS);
    await bench.store.write(async ({ tables }) => {
      const plan = JSON.stringify({ layer: 'segments', mapping: {} });
      await tables.updateTable('territory_import').set({ plan }).where('id', '=', id).execute();
    });
    expect(await credits()).toEqual([]);
  });
});
