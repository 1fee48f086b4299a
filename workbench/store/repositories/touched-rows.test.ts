import { afterAll, beforeAll, expect, it } from 'vitest';

import { generateTerritory } from '../../../tests/factories/generated-territory.ts';
import { storeManyPlaces } from '../../../tests/factories/many-places.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { storeTerritory } from '../../../tests/factories/test-territory.ts';
import { contactPlacesAfter } from './contact-map-repository.ts';
import { takeTouchedRows, watchRows } from './touched-rows.ts';

const FROM_THE_START = Number.MIN_SAFE_INTEGER;

let test: TestFile;
beforeAll(async () => {
  test = await openTestFile();
  const town = generateTerritory({ seed: 3, streets: 20, segments: 60, addresses: 100 });
  await storeTerritory(test.store, town);
  await storeManyPlaces(test.store, town, { seed: 8, count: 50 });
});
afterAll(() => test.dispose());

it('tells which contacts were touched since, once', async () => {
  const { store } = test;
  const take = (most: number) => store.write((handle) => takeTouchedRows(handle, 'places', most));
  await store.write((handle) => watchRows(handle, 'places'));
  await store.write((handle) => watchRows(handle, 'feelings'));
  expect(await take(10)).toEqual([]);
  const { read } = store;
  const places = await contactPlacesAfter(read, FROM_THE_START, 3).execute();
  const rows = places.map(({ row_id }) => row_id);
  const touch = () =>
    store.write(async ({ tables }) => {
      await tables
        .updateTable('contact')
        .set({ neighbourhood_id: null })
        .where('row_id', 'in', rows)
        .execute();
    });
  await touch();
  expect(await take(10)).toEqual(rows);
  expect(await take(10)).toEqual([]);
  await touch();
  expect(await take(2)).toBeUndefined();
  expect(await take(2)).toEqual([]);
  await expect(
    store.write(async ({ tables }) => {
      await tables.deleteFrom('contact').where('row_id', 'in', rows).execute();
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  expect(await take(10)).toEqual([]);
  // Whoever else listens has a list of its own.
  const others = await store.write((handle) => takeTouchedRows(handle, 'feelings', 10));
  expect(others).toEqual(rows);
});
