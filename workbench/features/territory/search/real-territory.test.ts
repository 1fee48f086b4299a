import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isMissing, sharedData } from '../../../../tests/factories/shared-data.ts';
import { type ImportBench, openImportBench } from '../../../../tests/factories/test-imports.ts';
import { readNeighbourhoods } from '../../people/index.ts';
import { undoImport } from '../import/undo-import.ts';
import { readSegmentsInView } from '../map/segments-in-view.ts';
import { readSummary } from '../map/summary.ts';
import { locate } from './locate.ts';
import { searchAddress } from './search-address.ts';

const PATH = 'territory/';
const data = sharedData(PATH);
const real = (path: string): string => readFileSync(new URL(path, data), 'utf8');

describe.skipIf(isMissing(PATH))('Search and map on real territories, as imported', () => {
  let bench: ImportBench;
  beforeEach(async () => {
    bench = await openImportBench();
  });
  afterEach(() => bench.dispose());

  const load = (path: string) => bench.import(path.split('/').at(-1) ?? '', real(path));
  const search = (text: string) => searchAddress(bench.file, { text, limit: 5 });

  it('Mechelen: a street with its neighbourhoods, and back from its place; gone after undo', async () => {
    await load('mechelen/gemeenten.geojson');
    await load('mechelen/wijken.geojson');
    await load('mechelen/straten_mechelen.csv');
    expect((await search('Lierse stwg 92'))[0]).toMatchObject({
      streetNameNl: 'Liersesteenweg',
      houseNumber: '92',
      houseNumberKnown: false,
      position: null,
      neighbourhoods: [],
    });

    const lines = await load('mechelen/straten_osm_hoofdnet.geojson');
    const [found] = await search('Lierse stwg 92, 2800 Mechelen');
    expect(found?.streetNameNl).toBe('Liersesteenweg');
    expect(found?.neighbourhoods.length).toBeGreaterThan(0);
    if (!found?.position) throw new Error('a street with lines has a place');
    const back = await locate(bench.file, { position: found.position });
    expect(back?.streetId).toBe(found.streetId);
    expect(back?.neighbourhoods).toHaveLength(1);

    const rows = await readNeighbourhoods(bench.file);
    expect(rows).toHaveLength(27);
    expect(rows.filter((row) => row.streets > 0).length).toBeGreaterThan(5);

    await undoImport(bench.file, { importId: lines.id });
    expect((await search('Lierse stwg 92'))[0]).toMatchObject({ position: null });
    expect((await readNeighbourhoods(bench.file)).some((row) => row.streets > 0)).toBe(false);
  });

  it('Leuven: every line of the town at once, and the long ones from afar', async () => {
    await load('leuven/straten_leuven.geojson');
    const { bounds, segments } = await readSummary(bench.file);
    if (bounds === null) throw new Error('a town has bounds');
    const at = async (zoom: number) =>
      (await readSegmentsInView(bench.file, { bounds, zoom })).segments.length;
    expect(await at(15)).toBe(segments);
    const far = await at(12);
    expect(far).toBeGreaterThan(100);
    expect(far).toBeLessThan(segments / 2);
    expect((await search('naamsestwg'))[0]?.streetNameNl).toBe('Naamsesteenweg');
  });

  it('Mechelen and Leuven: the town that was typed comes first', async () => {
    await load('mechelen/gemeenten.geojson');
    await load('mechelen/straten_mechelen.csv');
    await load('leuven/boundary.geojson');
    await load('leuven/straten_leuven.geojson');
    const streets = async (text: string) =>
      (await search(text)).map((one) => `${one.streetNameNl} ${one.subMunicipality}`.trim());
    expect((await streets('naamsestraat leuven'))[0]).toBe('Naamsestraat');
    expect((await streets('brusselsestraat leuven'))[0]).toMatch(/^Brusselsestraat/);
    expect((await streets('molenstraat leuven'))[0]).toBe('Molenstraat Leuven');
    expect((await search('2800 bruul'))[0]).toMatchObject({
      streetNameNl: 'Bruul',
      houseNumber: '',
      postcode: '2800',
    });
  });
});
