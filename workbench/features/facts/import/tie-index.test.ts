import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { type Line, middleOf } from '#shared/domain/territory/geometry.ts';
import { indexAreas } from '#shared/domain/territory/import/area-index.ts';

import { openTestFile, type TestFile } from '../../../../tests/factories/test-store.ts';
import { storeTerritory, territoryMaker } from '../../../../tests/factories/test-territory.ts';
import { generateDemoTown, seedDemoTerritory } from '../../demo/index.ts';
import { loadTieIndex } from './tie-index.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile({ now: '2026-06-15T08:00:00.000Z' });
});
afterEach(() => test.dispose());

it('in a whole town, what lies on the street that it names is tied to it, or across a border or outside', async () => {
  await seedDemoTerritory(test.file, 1);
  const index = await loadTieIndex(test.store.read);
  const { segments, streets } = generateDemoTown(1);
  const names = new Map(streets.map(({ id, nameNl }) => [id, nameNl]));
  const areas = new Map(segments.map(({ id, neighbourhoodId }) => [id, neighbourhoodId]));
  const counts: Record<string, number> = {};
  for (const { streetId, geometry } of segments) {
    const placeText = names.get(streetId) ?? '';
    for (const place of [geometry[0], middleOf(geometry), geometry.at(-1)]) {
      const [longitude = 0, latitude = 0] = place ?? [];
      const tied = index.tie({ position: [longitude, latitude], placeText }, 50);
      counts[tied.tie] = (counts[tied.tie] ?? 0) + 1;
      if (tied.segmentId === null) continue;
      expect(index.streetName(tied.streetId ?? '').nameNl).toBe(placeText);
      expect(tied.neighbourhoodId).toBe(areas.get(tied.segmentId));
    }
  }
  const { name = 0, border = 0, outside = 0, ...others } = counts;
  expect(others).toEqual({});
  expect(name + border + outside).toBe(3 * segments.length);
  // Across a border are the ends of streets that cross one, and what rounding puts beyond a street that is one.
  expect(border).toBeGreaterThan(0);
  expect(border).toBeLessThan(0.1 * name);
});

/** Steps of some four metres: points, streets and borders fall together often. */
const STEP = 0.000_05;
const STEPS = 40;
const at = (east: number, north: number): [number, number] => [
  4.4 + east * STEP,
  51 + north * STEP,
];
const step = fc.integer({ min: -3, max: STEPS + 3 });
const positions = fc.tuple(step, step).map(([east, north]) => at(east, north));
const NAMES = ['Grensstraat', 'Dwarsstraat', 'Molenstraat'];

it('in any territory, no fact is tied across a border, whatever it names and however near', async () => {
  const towns = fc.record({
    // Borders at these steps, from west to east: bands with no gap between them, in any order of their codes.
    borders: fc.uniqueArray(fc.integer({ min: 1, max: STEPS - 1 }), { minLength: 1, maxLength: 4 }),
    codes: fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 }),
    lines: fc.array(fc.tuple(fc.nat(2), positions, positions), { minLength: 1, maxLength: 12 }),
    facts: fc.array(fc.tuple(positions, fc.option(fc.constantFrom(...NAMES), { nil: '' })), {
      minLength: 20,
      maxLength: 40,
    }),
  });
  let tied = 0;
  await fc.assert(
    fc.asyncProperty(towns, async ({ borders, codes, lines, facts }) => {
      const file = await openTestFile({ now: '2026-06-15T08:00:00.000Z' });
      try {
        const town = territoryMaker();
        const edges = [0, ...borders.toSorted((one, other) => one - other), STEPS];
        const bands = edges.slice(1).map((east, band) => {
          const west = edges[band] ?? 0;
          const ring = [at(west, 0), at(east, 0), at(east, STEPS), at(west, STEPS), at(west, 0)];
          const geometry = [[ring]];
          const officialId = codes[band] ?? '';
          const { id } = town.area({ nameNl: officialId, officialId, geometry });
          return { id, officialId, geometry, west, east };
        });
        const streets = NAMES.map((nameNl) => town.street({ nameNl }));
        const areas = indexAreas(bands);
        // A stretch is of the neighbourhood of its middle, as when it is imported.
        for (const [street, from, to] of lines) {
          const geometry: Line = [from, to];
          const neighbourhoodId = areas.locate(middleOf(geometry))?.id ?? null;
          town.segment({ streetId: streets[street]?.id ?? '', geometry, neighbourhoodId });
        }
        await storeTerritory(file.store, town.dataset);
        const index = await loadTieIndex(file.store.read);
        for (const [position, placeText] of facts) {
          const fact = index.tie({ position, placeText }, 50);
          const east = Math.round((position[0] - 4.4) / STEP);
          const north = Math.round((position[1] - 51) / STEP);
          const holding = bands.filter(
            (band) => band.west <= east && east <= band.east && north >= 0 && north <= STEPS,
          );
          const own = holding.map(({ id }) => id);
          if (own.length === 0) expect(fact.neighbourhoodId).toBeNull();
          else expect(own).toContain(fact.neighbourhoodId);
          // On a border, of the neighbourhood whose code comes first.
          const [first] = holding.map(({ officialId }) => officialId).sort();
          const code = bands.find(({ id }) => id === fact.neighbourhoodId)?.officialId;
          expect(code).toBe(first);
          if (fact.segmentId === null) continue;
          tied += 1;
          const segment = town.dataset.segments.find(({ id }) => id === fact.segmentId);
          expect(segment?.neighbourhoodId).toBe(fact.neighbourhoodId);
        }
      } finally {
        await file.dispose();
      }
    }),
    { numRuns: 25 },
  );
  expect(tied).toBeGreaterThan(50);
});
