import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ROAD_CLASSES } from '#shared/domain/territory/territory.ts';

import { generateTerritory } from '../../../../tests/factories/generated-territory.ts';
import { openTestFile, type TestFile } from '../../../../tests/factories/test-store.ts';
import {
  storeTerritory,
  type TerritoryMaker,
  territoryMaker,
} from '../../../../tests/factories/test-territory.ts';
import { classesAt, MOST_SEGMENTS, readSegmentsInView } from './segments-in-view.ts';

let test: TestFile;
let town: TerritoryMaker;
beforeEach(async () => {
  test = await openTestFile();
  town = territoryMaker();
});
afterEach(() => test.dispose());

describe('readSegmentsInView', () => {
  const everywhere = [4, 50, 5, 52] as const;
  const view = async (
    zoom: number,
    bounds: readonly [number, number, number, number] = everywhere,
  ) => (await readSegmentsInView(test.file, { bounds, zoom })).segments;

  it('shows only important roads far out, and every path close by', async () => {
    for (const roadClass of ROAD_CLASSES) {
      const street = town.street({ nameNl: roadClass });
      town.segment({
        streetId: street.id,
        geometry: [
          [4.4, 51],
          [4.401, 51],
        ],
        roadClass,
      });
    }
    await storeTerritory(test.store, town.dataset);
    const names = async (zoom: number) => (await view(zoom)).map((one) => one.nameNl);
    expect(await names(9)).toEqual(['main']);
    expect(await names(12)).toEqual(['main', 'connecting', 'local']);
    expect(await names(14)).toEqual(['main', 'connecting', 'local']);
    expect(await names(15.5)).toEqual(['main', 'connecting', 'local', 'path']);
    expect(await names(20)).toHaveLength(4);
  });

  it('draws the streets of a small town far out, and of a large one only the roads', () => {
    expect(classesAt(11, 100)).toEqual(['main']);
    expect(classesAt(12, 4_000)).toEqual(['main', 'connecting', 'local']);
    expect(classesAt(12, 4_001)).toEqual(['main']);
    expect(classesAt(13, 4_001)).toEqual(['main', 'connecting']);
    expect(classesAt(14, 20_000)).toEqual(['main', 'connecting', 'local']);
    expect(classesAt(15, 20_000)).toEqual(ROAD_CLASSES);
  });

  it('shows the long lines far out where nobody told the important from the others', async () => {
    const street = town.street({ nameNl: 'Kerkstraat' });
    town.segment({
      streetId: street.id,
      geometry: [
        [4.4, 51],
        [4.42, 51],
      ],
    });
    town.segment({
      streetId: street.id,
      geometry: [
        [4.4, 51.1],
        [4.4005, 51.1],
      ],
    });
    town.segment({
      streetId: street.id,
      geometry: [
        [4.4, 51.2],
        [4.4005, 51.2],
      ],
      roadClass: 'path',
    });
    await storeTerritory(test.store, town.dataset);
    expect(await view(12)).toHaveLength(1);
    expect(await view(14)).toHaveLength(3);
  });

  it('gives only lines of today that touch the view, with the name of today', async () => {
    const before = town.street({ nameNl: 'Kerkstraat', officialId: 'S1', validTo: '2026-01-01' });
    const after = town.street({ nameNl: 'Marktstraat', officialId: 'S1', validFrom: '2026-01-01' });
    const inside = town.segment({
      streetId: before.id,
      geometry: [
        [4.4, 51],
        [4.42, 51],
      ],
    });
    town.segment({
      streetId: before.id,
      geometry: [
        [4.6, 51],
        [4.62, 51],
      ],
    });
    town.segment({
      streetId: before.id,
      geometry: [
        [4.4, 51],
        [4.42, 51],
      ],
      validTo: '2026-01-01',
    });
    await storeTerritory(test.store, town.dataset);
    expect(await view(18, [4.41, 50.9, 4.5, 51.1])).toEqual([
      {
        id: inside.id,
        streetId: after.id,
        nameNl: 'Marktstraat',
        nameFr: '',
        roadClass: 'local',
        line: [
          [4.4, 51],
          [4.42, 51],
        ],
      },
    ]);
    expect(await view(18, [4.43, 50.9, 4.5, 51.1])).toEqual([]);
  });

  it('finds what going through all lines finds, in any view', async () => {
    const dataset = generateTerritory({ seed: 9, streets: 40, segments: 600, addresses: 0 });
    await storeTerritory(test.store, dataset);
    const corner = fc.tuple(
      fc.double({ min: 4.35, max: 4.6, noNaN: true }),
      fc.double({ min: 50.95, max: 51.15, noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(corner, corner, async ([x1, y1], [x2, y2]) => {
        const [west, east] = [Math.min(x1, x2), Math.max(x1, x2)];
        const [south, north] = [Math.min(y1, y2), Math.max(y1, y2)];
        const expected = dataset.segments.filter(({ geometry }) => {
          const xs = geometry.map(([x]) => x);
          const ys = geometry.map(([, y]) => y);
          return (
            Math.min(...xs) <= east &&
            Math.max(...xs) >= west &&
            Math.min(...ys) <= north &&
            Math.max(...ys) >= south
          );
        });
        const found = await view(18, [west, south, east, north]);
        expect(found.map((one) => one.id).sort()).toEqual(expected.map((one) => one.id).sort());
      }),
      { numRuns: 50 },
    );
  });

  it('says so when there is more than one view can be given, and keeps the important', async () => {
    const dataset = generateTerritory({
      seed: 9,
      streets: 10,
      segments: MOST_SEGMENTS + 10,
      addresses: 0,
    });
    await storeTerritory(test.store, dataset);
    const found = await readSegmentsInView(test.file, { bounds: everywhere, zoom: 14 });
    expect(found.more).toBe(true);
    expect(found.segments).toHaveLength(MOST_SEGMENTS);
    const count = (roadClass: string) =>
      dataset.segments.filter((one) => one.roadClass === roadClass).length;
    expect(found.segments.filter((one) => one.roadClass === 'main')).toHaveLength(count('main'));
  });
});
