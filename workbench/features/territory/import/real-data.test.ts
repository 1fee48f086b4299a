import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { OPEN_END } from '#shared/lib/dates.ts';

import { isMissing, sharedData } from '../../../../tests/factories/shared-data.ts';
import { type ImportBench, openImportBench } from '../../../../tests/factories/test-imports.ts';
import { importReport } from './import-history.ts';
import { undoImport } from './undo-import.ts';

const PATH = 'territory/';
const data = sharedData(PATH);
const real = (path: string): string => readFileSync(new URL(path, data), 'utf8');

describe.skipIf(isMissing(PATH))('Import of real territories', () => {
  let bench: ImportBench;
  beforeEach(async () => {
    bench = await openImportBench();
  });
  afterEach(() => bench.dispose());

  const load = (path: string) => bench.import(path.split('/').at(-1) ?? '', real(path));

  const kinds = async () =>
    bench.store.read
      .selectFrom('area')
      .select(['kind', (expression) => expression.fn.countAll<number>().as('count')])
      .where('valid_to', '=', OPEN_END)
      .groupBy('kind')
      .orderBy('kind')
      .execute();

  it('Mechelen: zone, municipalities, sub-municipalities, neighbourhoods, names and main network', async () => {
    await load('mechelen/politiezone_rivierenland_huidig.geojson');
    await load('mechelen/gemeenten.geojson');
    await load('mechelen/deelgemeenten.geojson');
    const neighbourhoods = await load('mechelen/wijken.geojson');
    expect(neighbourhoods.counts).toMatchObject({ read: 27, added: 27, refused: 0 });
    expect(await kinds()).toEqual([
      { kind: 'municipality', count: 4 },
      { kind: 'neighbourhood', count: 27 },
      { kind: 'sub-municipality', count: 10 },
      { kind: 'zone', count: 1 },
    ]);
    const names = await load('mechelen/straten_mechelen.csv');
    expect(names).toMatchObject({
      layer: 'street-names',
      counts: { read: 822, added: 822, refused: 0 },
    });
    const segments = await load('mechelen/straten_osm_hoofdnet.geojson');
    // The file repeats 269 of its features word for word: each line is taken once, the rest reported.
    expect(segments.counts).toMatchObject({ read: 673, added: 404, refused: 269 });
    const { refused } = await importReport(bench.file, { importId: segments.id, offset: 0 });
    expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(['repeated']));

    const { rows, metres } = await bench.store.read
      .selectFrom('segment')
      .select((expression) => [
        expression.fn.countAll<number>().as('rows'),
        expression.fn.sum<number>('length_metres').as('metres'),
      ])
      .executeTakeFirstOrThrow();
    expect(rows).toBeGreaterThanOrEqual(404);
    expect(metres).toBeGreaterThan(30_000);
    const parents = await bench.store.read
      .selectFrom('area')
      .select('parent_id')
      .where('kind', '!=', 'zone')
      .execute();
    expect(parents.filter((area) => area.parent_id === null)).toHaveLength(0);
    // 70 names of lines, most of which the list of 822 knows: found, not doubled.
    const streets = await bench.store.read.selectFrom('street').select('official_id').execute();
    const known = streets.filter((street) => street.official_id.startsWith('name:'));
    expect(known).toHaveLength(822);
    expect(streets.length - known.length).toBeLessThan(20);
  });

  it('comes to the same territory whatever the order of the files', async () => {
    await load('mechelen/straten_osm_hoofdnet.geojson');
    await load('mechelen/straten_mechelen.csv');
    await load('mechelen/wijken.geojson');
    const segments = await bench.store.read
      .selectFrom('segment')
      .innerJoin('street', 'street.id', 'segment.street_id')
      .leftJoin('area', 'area.id', 'segment.neighbourhood_id')
      .select([
        'segment.official_id',
        'street.name_nl',
        'area.official_id as neighbourhood',
        'segment.length_metres',
      ])
      .where('segment.valid_to', '=', OPEN_END)
      .orderBy('segment.official_id')
      .execute();

    const other = await openImportBench();
    try {
      for (const path of [
        'wijken.geojson',
        'straten_mechelen.csv',
        'straten_osm_hoofdnet.geojson',
      ]) {
        await other.import(path, real(`mechelen/${path}`));
      }
      const inOrder = await other.store.read
        .selectFrom('segment')
        .innerJoin('street', 'street.id', 'segment.street_id')
        .leftJoin('area', 'area.id', 'segment.neighbourhood_id')
        .select([
          'segment.official_id',
          'street.name_nl',
          'area.official_id as neighbourhood',
          'segment.length_metres',
        ])
        .where('segment.valid_to', '=', OPEN_END)
        .orderBy('segment.official_id')
        .execute();
      expect(segments).toEqual(inOrder);
    } finally {
      await other.dispose();
    }
  });

  it('Leuven: 4,430 features with 1,182 names', async () => {
    await load('leuven/boundary.geojson');
    const segments = await load('leuven/straten_leuven.geojson');
    expect(segments.counts).toMatchObject({ read: 4430, added: 4430, refused: 0 });
    const { streets } = await bench.store.read
      .selectFrom('street')
      .select((expression) => expression.fn.count<number>('id').as('streets'))
      .executeTakeFirstOrThrow();
    expect(streets).toBeGreaterThan(1170);
    expect(streets).toBeLessThanOrEqual(1182);
  });

  it('reads road types drawn by hand', async () => {
    await load('mechelen/straten_nekkerspoel_getekend.geojson');
    const classes = await bench.store.read
      .selectFrom('segment')
      .select(['road_class', (expression) => expression.fn.countAll<number>().as('count')])
      .groupBy('road_class')
      .execute();
    expect(classes.map((row) => row.road_class).sort()).toEqual(['connecting', 'local', 'path']);
  });

  it('a second version closes what disappeared, and undo brings everything back', async () => {
    await load('mechelen/straten_osm_hoofdnet.geojson');
    await load('mechelen/wijken.geojson');
    const before = await bench.contents();
    const collection = JSON.parse(real('mechelen/wijken.geojson')) as {
      features: { properties: { code: string; naam: string } }[];
    };
    collection.features = collection.features.filter(
      ({ properties }) => properties.code !== '12025W02',
    );
    const arsenaal = collection.features.find(({ properties }) => properties.code === '12025W01');
    if (arsenaal) arsenaal.properties.naam = 'Arsenaal en omgeving';
    const record = await bench.import('wijken.geojson', JSON.stringify(collection), {
      validFrom: '2026-07-01',
      complete: true,
    });
    expect(record.counts).toMatchObject({ added: 0, changed: 1, unchanged: 25, ended: 1 });
    const history = await bench.store.read
      .selectFrom('area')
      .select(['name_nl', 'valid_from', 'valid_to'])
      .where('official_id', 'in', ['12025W01', '12025W02'])
      .orderBy('official_id')
      .orderBy('valid_from')
      .execute();
    expect(history).toEqual([
      { name_nl: 'Arsenaal (Mechelen)', valid_from: '2026-01-01', valid_to: '2026-07-01' },
      { name_nl: 'Arsenaal en omgeving', valid_from: '2026-07-01', valid_to: OPEN_END },
      { name_nl: 'Battel (Mechelen)', valid_from: '2026-01-01', valid_to: '2026-07-01' },
    ]);
    // No open-ended segment points at an area that has ended.
    const stale = await bench.store.read
      .selectFrom('segment')
      .innerJoin('area', 'area.id', 'segment.neighbourhood_id')
      .select('segment.id')
      .where('segment.valid_to', '=', OPEN_END)
      .where('area.valid_to', '!=', OPEN_END)
      .execute();
    expect(stale).toHaveLength(0);
    expect(await bench.contents()).not.toEqual(before);

    const undone = await undoImport(bench.file, { importId: record.id });
    expect(undone.undoneAt).not.toBeNull();
    expect(await bench.contents()).toEqual(before);
  });
});
