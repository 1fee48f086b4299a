import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openTestFile, type TestFile } from '../../../../tests/factories/test-store.ts';
import {
  square,
  storeTerritory,
  type TerritoryMaker,
  territoryMaker,
} from '../../../../tests/factories/test-territory.ts';
import { readAreas } from './areas.ts';
import { readLandscape } from './landscape.ts';
import { readSummary } from './summary.ts';

let test: TestFile;
let town: TerritoryMaker;
beforeEach(async () => {
  test = await openTestFile();
  town = territoryMaker();
});
afterEach(() => test.dispose());

describe('readSummary', () => {
  it('is all zero, without bounds, in an empty file', async () => {
    expect(await readSummary(test.file)).toEqual({
      areas: { zone: 0, municipality: 0, 'sub-municipality': 0, district: 0, neighbourhood: 0 },
      streets: 0,
      segments: 0,
      addresses: 0,
      bounds: null,
      credits: [],
    });
  });

  it('counts what is valid today, and its bounds', async () => {
    town.area({ nameNl: 'Noord', geometry: square([4.4, 51], 0.1) });
    town.area({ nameNl: 'Zone', kind: 'zone', geometry: square([4.3, 50.9], 0.1) });
    town.area({ nameNl: 'Vroeger', validTo: '2025-01-01', geometry: square([1, 1], 1) });
    const kerk = town.street({ nameNl: 'Kerkstraat' });
    town.street({ nameNl: 'Oudestraat', validTo: '2025-01-01' });
    town.segment({
      streetId: kerk.id,
      geometry: [
        [4.4, 51],
        [4.6, 51],
      ],
    });
    town.address({ streetId: kerk.id, houseNumber: '1', position: [4.7, 51.2] });
    await storeTerritory(test.store, town.dataset);

    const found = await readSummary(test.file);
    expect(found).toMatchObject({ streets: 1, segments: 1, addresses: 1 });
    expect(found.areas).toMatchObject({ zone: 1, neighbourhood: 1, district: 0 });
    for (const [index, edge] of [4.3, 50.9, 4.7, 51.2].entries()) {
      expect(found.bounds?.[index]).toBeCloseTo(edge, 4);
    }

    test.clock.set('2024-06-15T08:00:00.000Z');
    expect(await readSummary(test.file)).toMatchObject({ streets: 2, areas: { neighbourhood: 2 } });
  });
});

describe('readAreas', () => {
  it('gives the shapes of today of the kinds asked for', async () => {
    const noord = town.area({ nameNl: 'Noord', nameFr: 'Nord' });
    town.area({ nameNl: 'Zone', kind: 'zone' });
    town.area({ nameNl: 'Later', validFrom: '2027-01-01' });
    await storeTerritory(test.store, town.dataset);
    expect(await readAreas(test.file, { kinds: [] })).toEqual([]);
    expect(await readAreas(test.file, { kinds: ['neighbourhood'] })).toEqual([
      {
        id: noord.id,
        kind: 'neighbourhood',
        officialId: noord.officialId,
        nameNl: 'Noord',
        nameFr: 'Nord',
        geometry: noord.geometry,
      },
    ]);
    expect(await readAreas(test.file, { kinds: ['neighbourhood', 'zone'] })).toHaveLength(2);
  });
});

describe('readLandscape', () => {
  it('gives surfaces and lines of today, and again after a change', async () => {
    const pond = town.landscape({
      kind: 'water',
      nameNl: 'Vijver',
      nameFr: 'Étang',
      geometry: { type: 'MultiPolygon', coordinates: square([4.4, 51], 0.001) },
    });
    const rails = town.landscape({
      kind: 'rail',
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          [
            [4.4, 51],
            [4.5, 51],
          ],
        ],
      },
    });
    const wood = town.landscape({
      kind: 'green',
      validFrom: '2027-01-01',
      geometry: { type: 'MultiPolygon', coordinates: square([4.4, 51], 0.01) },
    });
    expect(await readLandscape(test.file)).toEqual([]);
    await storeTerritory(test.store, town.dataset);
    const found = await readLandscape(test.file);
    expect(found).toEqual([
      { id: rails.id, kind: 'rail', nameNl: '', nameFr: '', geometry: rails.geometry },
      {
        id: pond.id,
        kind: 'water',
        nameNl: 'Vijver',
        nameFr: 'Étang',
        geometry: pond.geometry,
      },
    ]);
    test.clock.set('2027-06-15T08:00:00.000Z');
    expect((await readLandscape(test.file)).map(({ id }) => id)).toContain(wood.id);
  });
});
