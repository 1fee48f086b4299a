import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { OPEN_END } from '#shared/lib/dates.ts';

import {
  collection,
  road,
  ROADS,
  segmentsNow,
  square,
  streetsNow,
  TWO,
} from '../../../../tests/factories/territory-files.ts';
import { type ImportBench, openImportBench } from '../../../../tests/factories/test-imports.ts';
import { undoImport } from './undo-import.ts';

let bench: ImportBench;
beforeEach(async () => {
  bench = await openImportBench();
});
afterEach(() => bench.dispose());

describe('Segments', () => {
  it('are cut at the borders, and anew when neighbourhoods come or move later', async () => {
    await bench.import('straten.geojson', ROADS);
    expect(await segmentsNow(bench)).toEqual([
      ['way/1', 'Kerkstraat', null],
      ['way/2', 'Dorpstraat', null],
    ]);
    const cut = [
      ['way/1#1', 'Kerkstraat', '12025W01'],
      ['way/1#2', 'Kerkstraat', '12025W02'],
      ['way/2', 'Dorpstraat', '12025W01'],
    ];
    const before = await bench.contents();
    const sameDay = await bench.import('wijken.geojson', TWO);
    expect(await segmentsNow(bench)).toEqual(cut);
    await undoImport(bench.file, { importId: sameDay.id });
    expect(await bench.contents()).toEqual(before);

    const later = await bench.import('wijken.geojson', TWO, { validFrom: '2026-02-01' });
    expect(await segmentsNow(bench)).toEqual(cut);
    const ended = await bench.store.read
      .selectFrom('segment')
      .select(['official_id', 'valid_to'])
      .where('valid_to', '!=', OPEN_END)
      .orderBy('official_id')
      .execute();
    expect(ended).toEqual([
      { official_id: 'way/1', valid_to: '2026-02-01' },
      { official_id: 'way/2', valid_to: '2026-02-01' },
    ]);
    await undoImport(bench.file, { importId: later.id });
    expect(await bench.contents()).toEqual(before);
  });

  it('stay as many as they were while they are too young to end', async () => {
    await bench.import('wijken.geojson', TWO, { validFrom: '2025-01-01' });
    await bench.import('straten.geojson', ROADS);
    const before = await bench.contents();
    const one = collection(square('12025W01', 4.4, 'Eén wijk', 0.03));
    const record = await bench.import('wijken.geojson', one, { complete: true });
    expect(await segmentsNow(bench)).toEqual([
      ['way/1#1', 'Kerkstraat', '12025W01'],
      ['way/1#2', 'Kerkstraat', '12025W01'],
      ['way/2', 'Dorpstraat', '12025W01'],
    ]);
    await undoImport(bench.file, { importId: record.id });
    expect(await bench.contents()).toEqual(before);
  });

  it('get the same codes in any order when the source repeats one or has none', async () => {
    const roads = [
      road('way/1', 'Kerkstraat', [4.402, 51.005], [4.403, 51.005]),
      road('way/1', 'Kerkstraat', [4.403, 51.005], [4.404, 51.005]),
      road('', 'Kerkstraat', [4.404, 51.005], [4.405, 51.005]),
    ];
    await bench.import('straten.geojson', collection(...roads));
    const { counts } = await bench.import('straten.geojson', collection(...roads.toReversed()), {
      validFrom: '2026-05-01',
      complete: true,
    });
    expect(counts).toMatchObject({ unchanged: 3, added: 0, changed: 0, ended: 0 });
  });

  it('that disappear take a street with them that only the map knew', async () => {
    await bench.import('straten.geojson', ROADS);
    const one = collection(road('way/1', 'Kerkstraat', [4.402, 51.005], [4.418, 51.005]));
    const { counts } = await bench.import('straten.geojson', one, {
      validFrom: '2026-05-01',
      complete: true,
    });
    expect(counts.ended).toBe(1);
    expect((await streetsNow(bench)).map((street) => street.name_nl)).toEqual(['Kerkstraat']);
  });
});
