import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { lengthMetres, nearestOnLine, type Position } from '#shared/domain/territory/geometry.ts';
import { ROAD_CLASSES } from '#shared/domain/territory/territory.ts';

import { openTestFile, type TestFile } from '../../../../tests/factories/test-store.ts';
import {
  generateTerritory,
  square,
  storeTerritory,
  type TerritoryMaker,
  territoryMaker,
} from '../../../../tests/factories/test-territory.ts';
import { readAreas } from './areas.ts';
import { readLandscape } from './landscape.ts';
import { makeSegmentLayer } from './segment-layer.ts';
import { classesAt, MOST_SEGMENTS, readSegmentsInView } from './segments-in-view.ts';
import { metresPerPixel, simplifyLine } from './simplify-line.ts';
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

describe('simplifyLine', () => {
  const position = fc.tuple(
    fc.double({ min: 4, max: 4.02, noNaN: true }),
    fc.double({ min: 51, max: 51.02, noNaN: true }),
  );
  const line = fc.array(position, { minLength: 2, maxLength: 40 });

  it('keeps the ends and leaves no point farther off than the tolerance', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 500 }), (points, tolerance) => {
        const simple = simplifyLine(points, tolerance);
        expect(simple[0]).toEqual(points[0]);
        expect(simple.at(-1)).toEqual(points.at(-1));
        for (const point of points) {
          expect(nearestOnLine(simple, point).metres).toBeLessThanOrEqual(tolerance * 1.01 + 0.1);
        }
      }),
    );
  });

  it('keeps every bend that can be seen and drops every point that cannot', () => {
    const bend: Position[] = [
      [4.4, 51],
      [4.401, 51.001],
      [4.402, 51],
    ];
    expect(simplifyLine(bend, 10)).toEqual(bend);
    expect(simplifyLine(bend, 500)).toEqual([bend[0], bend[2]]);
    expect(
      simplifyLine(
        [
          [4.4, 51],
          [4.4, 51],
        ],
        10,
      ),
    ).toHaveLength(2);
    expect(simplifyLine([], 10)).toEqual([]);
  });

  it('follows the scale of the map', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(156_543, 0);
    expect(metresPerPixel(14, 51)).toBeCloseTo(6.01, 1);
  });
});

describe('makeSegmentLayer', () => {
  it('draws a line with fewer points the farther out, and whole from zoom 18 on', () => {
    const line = Array.from({ length: 50 }, (_, index): [number, number] => [
      4.4 + index * 0.000_1,
      51 + (index % 2) * 0.000_01,
    ]);
    const layer = makeSegmentLayer([
      {
        id: '',
        streetId: '',
        nameNl: '',
        nameFr: '',
        roadClass: 'local',
        line,
        lengthMetres: lengthMetres(line),
      },
    ]);
    expect(layer.drawnAt(0, 12).line).toHaveLength(2);
    expect(layer.drawnAt(0, 18).line).toEqual(line);
    expect(layer.drawnAt(0, 12)).toBe(layer.drawnAt(0, 12));
    expect(() => layer.drawnAt(1, 12)).toThrow(RangeError);
  });
});
