import { gunzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ImportEvent } from '#shared/contract/territory.ts';

import {
  collection,
  road,
  ROADS,
  square,
  TWO,
} from '../../../../tests/factories/territory-files.ts';
import {
  collect,
  type ImportBench,
  openImportBench,
} from '../../../../tests/factories/test-imports.ts';
import { importReport } from './import-history.ts';
import { previewImport } from './preview-import.ts';
import { runImport } from './run-import.ts';

let bench: ImportBench;
beforeEach(async () => {
  bench = await openImportBench();
});
afterEach(() => bench.dispose());

describe('One import', () => {
  it('is one operation, keeps its file and tells how far it is', async () => {
    const uploadId = await bench.upload('wijken.geojson', TWO);
    const plan = await bench.plan(uploadId, { credit: 'Stad Voorbeeld' });
    const events = await collect(runImport(bench.file, plan));
    const record = (events.at(-1) as Extract<ImportEvent, { type: 'done' }>).record;
    expect(events[0]?.type).toBe('progress');
    expect(record).toMatchObject({
      layer: 'neighbourhood',
      fileName: 'wijken.geojson',
      importedBy: 'Noor Voorbeeld',
      validFrom: '2026-01-01',
      credit: 'Stad Voorbeeld',
      canUndo: true,
      counts: { read: 2, added: 2, changed: 0, unchanged: 0, ended: 0, refused: 0 },
    });
    const operations = await bench.store.read
      .selectFrom('operation')
      .select(['entity', 'entity_id', 'base_version', 'change'])
      .execute();
    expect(operations).toHaveLength(1);
    expect(operations[0]).toMatchObject({ entity: 'territory-import', entity_id: record.id });
    const kept = await bench.store.read
      .selectFrom('source_file')
      .select(['sha256', 'content'])
      .executeTakeFirstOrThrow();
    expect(JSON.parse(operations[0]?.change ?? '')).toMatchObject({
      kind: 'command',
      name: 'importTerritory',
      arguments: {
        layer: 'neighbourhood',
        credit: 'Stad Voorbeeld',
        sourceSha256: kept.sha256,
        counts: record.counts,
      },
    });
    expect(gunzipSync(kept.content).toString()).toBe(TWO);
    expect(bench.announced).toEqual(['territory', 'outbox']);
  });

  it('shows beforehand what it will do, and stores nothing for that', async () => {
    const before = await bench.contents();
    const uploadId = await bench.upload('wijken.geojson', TWO);
    const preview = await previewImport(bench.file, await bench.plan(uploadId));
    expect(preview.counts).toMatchObject({ read: 2, added: 2 });
    expect(preview.sample[0]).toMatchObject({ officialId: '12025W01', change: 'added' });
    expect(preview.shapes).toHaveLength(2);
    expect(preview.bounds?.[0]).toBe(4.4);
    expect(await bench.contents()).toEqual(before);
  });

  it('leaves everything as it is when the file is the same', async () => {
    await bench.import('wijken.geojson', TWO);
    await bench.import('straten.geojson', ROADS);
    const before = await bench.contents();
    for (const [name, content] of [
      ['wijken.geojson', TWO],
      ['straten.geojson', ROADS],
    ] as const) {
      const { counts } = await bench.import(name, content, { complete: true });
      expect(counts).toEqual({ ...counts, added: 0, changed: 0, ended: 0, unchanged: 2 });
    }
    expect(await bench.contents()).toEqual(before);
  });

  it('notes every refused row and why', async () => {
    const record = await bench.import(
      'straten.geojson',
      collection(
        road('way/1', 'Kerkstraat', [4.402, 51.005], [4.418, 51.005]),
        road('way/2', null, [4.402, 51.005], [4.418, 51.005]),
        road('way/3', 'Dorpstraat', [51.005, 4.402], [51.005, 4.418]),
        road('way/4', 'Dorpstraat', [4.402, 51.005]),
        { type: 'Feature', properties: { name: 'Dorpstraat' }, geometry: null },
        { ...square('', 4.4), properties: { osm: 'way/5', name: 'Kerkplein' } },
        road('way/1', 'Kerkstraat', [4.402, 51.005], [4.418, 51.005]),
        // The same line under another name is no repetition.
        road('way/1', 'Dorpstraat', [4.402, 51.005], [4.418, 51.005]),
      ),
    );
    expect(record.counts).toMatchObject({ read: 8, added: 1, refused: 7 });
    const report = await importReport(bench.file, { importId: record.id, offset: 0 });
    expect(report.total).toBe(7);
    expect(report.refused.map(({ row, reason }) => `${row} ${reason}`).toSorted()).toEqual([
      '2 missing-name',
      '3 outside-belgium',
      '4 empty-geometry',
      '5 missing-geometry',
      '6 wrong-geometry',
      '7 repeated',
      '8 duplicate-official-id',
    ]);
    const rest = await importReport(bench.file, { importId: record.id, offset: 5 });
    expect(rest.refused).toHaveLength(2);
  });

  it('reads Lambert coordinates when the file says so', async () => {
    const lambert = JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::31370' } },
      features: [road('way/1', 'Kerkstraat', [157000, 191000], [157100, 191000])],
    });
    const uploadId = await bench.upload('straten.geojson', lambert);
    const plan = await bench.plan(uploadId);
    expect(plan).toMatchObject({ layer: 'segments', coordinateSystem: 'EPSG:31370' });
    await bench.run(plan);
    const row = await bench.store.read
      .selectFrom('segment')
      .select('length_metres')
      .executeTakeFirstOrThrow();
    expect(row.length_metres).toBeCloseTo(100, 0);
  });
});

describe('Versions', () => {
  it('a changed row ends and another begins, on a later day', async () => {
    await bench.import('wijken.geojson', TWO);
    const changed = collection(square('12025W01', 4.4, 'Nieuwe naam'), square('12025W02', 4.41));
    const uploadId = await bench.upload('wijken.geojson', changed);
    const plan = await bench.plan(uploadId);
    const before = await bench.contents();
    const refusal = { code: 'INVALID_FIELD', data: { field: 'validFrom', reason: 'not-later' } };
    await expect(previewImport(bench.file, plan)).rejects.toMatchObject(refusal);
    await expect(collect(runImport(bench.file, plan))).rejects.toMatchObject(refusal);
    expect(await bench.contents()).toEqual(before);

    const { counts } = await bench.run({ ...plan, validFrom: '2026-01-02' });
    expect(counts).toMatchObject({ changed: 1, unchanged: 1 });
  });

  it('only a complete file ends what it lacks, within the municipalities it mentions', async () => {
    await bench.import('wijken.geojson', TWO);
    await bench.import('wijken.geojson', collection(square('12040W01', 4.45)));
    const one = collection(square('12025W01', 4.4));
    const added = await bench.import('wijken.geojson', one, { validFrom: '2026-03-01' });
    expect(added.counts.ended).toBe(0);
    const complete = await bench.import('wijken.geojson', one, {
      validFrom: '2026-03-01',
      complete: true,
    });
    expect(complete.counts).toMatchObject({ unchanged: 1, ended: 1 });
  });
});
