import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { FactSource } from '#shared/contract/facts.ts';
import { nearestOnLine } from '#shared/domain/territory/geometry.ts';
import { type Line } from '#shared/domain/territory/geometry.ts';

import { BRISTOL_STREETS, plantBristol } from '../../../tests/factories/bristol.ts';
import { type FactBench, openFactBench } from '../../../tests/factories/fact-bench.ts';
import { isMissing, sharedData } from '../../../tests/factories/shared-data.ts';
import {
  listFacts,
  readFactImports,
  readSourceYears,
  saveFactSource,
  undoFactImport,
} from './index.ts';

const PATH = 'facts/';
const data = sharedData(PATH);
const read = (path: string): string => readFileSync(new URL(path, data), 'utf8');
type Row = Readonly<Record<string, string>>;
const rowsOf = (text: string) => parse<Row>(text, { columns: true, bom: true });
const ALL = {
  from: null,
  to: null,
  sourceId: null,
  kind: null,
  origin: null,
  tie: null,
  streetId: null,
};

describe.skipIf(isMissing(PATH))('real facts', () => {
  let bench: FactBench;
  beforeEach(async () => {
    bench = await openFactBench();
  });
  afterEach(() => bench.dispose());

  it('City of London 2020: a year of files, with their repeated ids and rows without a place', async () => {
    const folder = 'police-uk-city-of-london/';
    const files = readdirSync(new URL(folder, data)).filter((name) => name.endsWith('.csv'));
    expect(files).toHaveLength(12);
    const source = await bench.source();
    const seen = new Set<string>();
    let stored = 0;
    let nowhere = 0;
    for (const name of files) {
      const text = read(`${folder}${name}`);
      const expected = { read: 0, stored: 0, repeated: 0, known: 0, refused: 0 };
      const own = new Set<string>();
      for (const row of rowsOf(text)) {
        expected.read += 1;
        const id = row['Crime ID'] ?? '';
        if (own.has(id)) expected.repeated += 1;
        else if (seen.has(id)) expected.known += 1;
        else {
          expected.stored += 1;
          if (row['Longitude'] === '') nowhere += 1;
        }
        if (id !== '') own.add(id);
      }
      for (const id of own) seen.add(id);
      const made = await bench.importFacts(source, name, text);
      expect(made.counts).toMatchObject(expected);
      stored += expected.stored;
    }
    const { total, byTie } = await listFacts(bench.file, { filter: ALL, after: null });
    expect(total).toBe(stored);
    // Nothing of London is in the territory: what has a point lies outside, the rest nowhere.
    expect(byTie).toEqual({ outside: stored - nowhere, 'no-place': nowhere });
    expect(stored).toBe(seen.size + 751);
    const months = { ...ALL, from: '2020-04-01', to: '2020-05-01' };
    const april = await listFacts(bench.file, { filter: months, after: null });
    expect(april.total).toBeGreaterThan(200);
    expect(april.facts.every(({ precision }) => precision === 'month')).toBe(true);
    const years = await readSourceYears(bench.file, { sourceId: source.id });
    expect(years.years.map(({ year, isWhole }) => [year, isWhole])).toEqual([[2020, true]]);
    // Without the files of its last months the year is cut short.
    const imports = await readFactImports(bench.file);
    for (const { id } of imports.slice(0, 2)) await undoFactImport(bench.file, { importId: id });
    const cut = await readSourceYears(bench.file, { sourceId: source.id });
    expect(cut).toMatchObject({ years: [{ isWhole: false }], told: null });
  });

  it('Bristol: facts lie on streets near their points, on the one that they name where it is near', async () => {
    expect(existsSync(BRISTOL_STREETS)).toBe(true);
    await plantBristol(bench.store);
    const source = await bench.source();
    const text = read('police-uk-bristol/bristol_centre_whitelion_bbox_subset.csv');
    const made = await bench.importFacts(source, 'bristol.csv', text);
    const ids = rowsOf(text).flatMap((row) => row['Crime ID'] || []);
    const repeated = ids.length - new Set(ids).size;
    expect(made.counts).toMatchObject({ read: 2_391, repeated, stored: 2_391 - repeated });

    const { read: tables } = bench.store;
    const tied = await tables
      .selectFrom('fact')
      .innerJoin('segment', 'segment.id', 'fact.segment_id')
      .innerJoin('street', 'street.id', 'segment.street_id')
      .select([
        'fact.longitude',
        'fact.latitude',
        'fact.tie',
        'fact.place_text',
        'fact.neighbourhood_id',
        'segment.neighbourhood_id as segmentArea',
        'segment.geometry',
        'street.name_nl',
      ])
      .execute();
    const { ties } = made.counts;
    expect(tied).toHaveLength((ties.name ?? 0) + (ties.nearest ?? 0));
    expect(ties.name).toBeGreaterThan(50);
    const metres = tied.map((fact) => {
      const at = [fact.longitude ?? 0, fact.latitude ?? 0] as const;
      return nearestOnLine(JSON.parse(fact.geometry) as Line, at).metres;
    });
    expect(Math.max(...metres)).toBeLessThanOrEqual(50);
    expect(tied.every((fact) => fact.neighbourhood_id === fact.segmentArea)).toBe(true);
    // Whoever publishes these moves each to the middle of its street: where the street is here, by name.
    for (const fact of tied.filter(({ tie }) => tie === 'name')) {
      expect(fact.place_text).toContain(fact.name_nl);
    }
    const names = new Set(tied.filter(({ tie }) => tie === 'name').map(({ name_nl }) => name_nl));
    expect(names.size).toBeGreaterThan(3);
    // Without any index: of how many is no street of their neighbourhood within reach?
    const segments = await tables
      .selectFrom('segment')
      .select(['neighbourhood_id', 'geometry'])
      .execute();
    const lines = segments.map(({ neighbourhood_id: area, geometry }) => ({
      area,
      line: JSON.parse(geometry) as Line,
    }));
    const all = await tables
      .selectFrom('fact')
      .select(['longitude', 'latitude', 'neighbourhood_id', 'tie'])
      .execute();
    const reached = (fact: (typeof all)[number], of: typeof lines): boolean =>
      of.some(
        ({ line }) => nearestOnLine(line, [fact.longitude ?? 0, fact.latitude ?? 0]).metres <= 50,
      );
    const own = (fact: (typeof all)[number]) =>
      lines.filter(({ area }) => area === fact.neighbourhood_id);
    // Far is what no street reaches, whosever it is; what only streets across the border reach lies at the border.
    expect(ties['too-far']).toBe(all.filter((fact) => !reached(fact, lines)).length);
    const across = all.filter((fact) => reached(fact, lines) && !reached(fact, own(fact)));
    expect(across.every(({ tie }) => tie === 'border')).toBe(true);
    expect(ties.border).toBe(across.length);
  });

  it('Mechelen: more findings by more cameras are a break of method, and no trend', async () => {
    const text = read('gas-mechelen/gas4_autoluw_per_camera_jaar_2015-2024.csv');
    const rows = rowsOf(text);
    const source = await bench.source({ name: 'Camera’s', origin: 'police' });
    const made = await bench.importFacts(source, 'camera.csv', text, {
      otherKind: 'access-restriction',
      origin: 'police',
    });
    const none = rows.filter((row) => Number(row['vaststellingen']) === 0).length;
    const without = rows.filter((row) => row['lon'] === '').length;
    expect(made.counts).toMatchObject({ read: 201, refused: none, stored: 201 - none });
    const amount = rows.reduce((sum, row) => sum + Number(row['vaststellingen']), 0);
    expect(made.counts.amount).toBe(amount);
    expect(made.counts.ties['no-place']).toBe(without);

    const before = await readSourceYears(bench.file, { sourceId: source.id });
    const sums = Map.groupBy(rows, (row) => Number(row['jaar']));
    expect(before.years).toEqual(
      [...sums].map(([year, ofYear]) => ({
        year,
        amount: ofYear.reduce((sum, row) => sum + Number(row['vaststellingen']), 0),
        places: ofYear.filter((row) => Number(row['vaststellingen']) > 0).length,
        isWhole: true,
      })),
    );
    expect(before.told).toEqual({ first: 2015, last: 2024 });
    expect(before.suspects).toEqual(expect.arrayContaining(['2022-01-01', '2023-01-01']));
    // As long as nobody answered, no trend; answered by no, each, there is one; by yes, the break.
    expect(before.trend).toEqual({ kind: 'suspected' });
    const answer = (fields: Partial<FactSource>) =>
      saveFactSource(bench.file, { id: source.id, fields: { ...source, ...fields } });
    await answer({ unchanged: before.suspects.slice(1) });
    const [open] = before.suspects;
    expect(await readSourceYears(bench.file, { sourceId: source.id })).toMatchObject({
      trend: { kind: 'suspected' },
      suspects: [open],
    });
    await answer({ unchanged: before.suspects });
    const told = await readSourceYears(bench.file, { sourceId: source.id });
    expect(told).toMatchObject({ trend: { kind: 'trend' }, suspects: [] });

    const breaks = [{ on: '2022-01-01', note: 'nieuwe camera’s' }];
    await answer({ breaks, unchanged: [] });
    const after = await readSourceYears(bench.file, { sourceId: source.id });
    expect(after.trend).toEqual({ kind: 'method-break', breaks });
    expect(after.suspects).not.toContain('2022-01-01');
  });
});
