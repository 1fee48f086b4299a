import { afterEach, beforeEach, expect, it } from 'vitest';

import { middleOf } from '#shared/domain/territory/geometry.ts';

import { openTestFile, type TestFile } from '../../../../tests/factories/test-store.ts';
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
  // What is left across a border are the ends of streets that cross one.
  expect(border).toBeGreaterThan(0);
  expect(border).toBeLessThan(0.03 * name);
});
