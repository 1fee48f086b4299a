/**
 * How long a desk takes to count the contacts of a view of the map, with a million contacts in a real
 * encrypted file. WIJKWERK_BENCH_CONTACTS is another number of them.
 * Run: `vitest bench --run tests/bench/contact-map.bench.ts`
 */
import { afterAll, expect, test } from 'vitest';

import type { Bounds } from '#shared/domain/territory/geometry.ts';

import { readContactsInView, readContactsOnMap } from '../../workbench/features/contacts/index.ts';
import { contactPlacesAfter } from '../../workbench/store/repositories/contact-map-repository.ts';
import { storeManyPlaces } from '../factories/many-places.ts';
import { openTestFile } from '../factories/test-store.ts';
import { generateTerritory, storeTerritory } from '../factories/test-territory.ts';

const count = Number(process.env['WIJKWERK_BENCH_CONTACTS'] ?? 1_000_000);
const { file, store, dispose } = await openTestFile({ seed: 4 });
const town = generateTerritory({ seed: 4, streets: 1_200, segments: 20_000, addresses: 100_000 });
await storeTerritory(store, town);
await storeManyPlaces(store, town, { seed: 5, count });
afterAll(dispose);

const wholeTown: Bounds = [4.3, 50.9, 4.7, 51.2];
const quarter: Bounds = [4.46, 51.04, 4.48, 51.05];
const common = { reason: 'help-request' } as const;
const lastYear = { from: '2025-06-15' } as const;

/** What the product promises of one movement of the map, in milliseconds. */
const PROMISED = 50;

const started = performance.now();
await readContactsOnMap(file, { bounds: wholeTown, zoom: 12, filter: {} });
console.log(`places of ${count} contacts read in ${Math.round(performance.now() - started)} ms`);
const filtering = performance.now();
await readContactsOnMap(file, { bounds: wholeTown, zoom: 12, filter: lastYear });
console.log(`a year of them marked in ${Math.round(performance.now() - filtering)} ms`);
const everything = performance.now();
await readContactsOnMap(file, { bounds: wholeTown, zoom: 12, filter: { from: '2000-01-01' } });
console.log(`all of them marked in ${Math.round(performance.now() - everything)} ms`);
const [first] = await contactPlacesAfter(store.read, Number.MIN_SAFE_INTEGER, 1).execute();
await store.write(async ({ tables }) => {
  await tables
    .updateTable('contact')
    .set({ neighbourhood_id: null })
    .where('row_id', '=', first?.row_id ?? 0)
    .execute();
});
file.announce(['contacts']);
const following = performance.now();
await readContactsOnMap(file, { bounds: wholeTown, zoom: 12, filter: {} });
console.log(`one change followed in ${Math.round(performance.now() - following)} ms`);

test('groups on the map', async ({ bench }) => {
  const results = await bench.compare(
    bench('whole town', async () => {
      await readContactsOnMap(file, { bounds: wholeTown, zoom: 12, filter: {} });
    }),
    bench('whole town, one reason', async () => {
      await readContactsOnMap(file, { bounds: wholeTown, zoom: 12, filter: common });
    }),
    bench('whole town, a year', async () => {
      await readContactsOnMap(file, { bounds: wholeTown, zoom: 14, filter: lastYear });
    }),
    bench('quarter', async () => {
      await readContactsOnMap(file, { bounds: quarter, zoom: 16, filter: {} });
    }),
    bench('street', async () => {
      const street: Bounds = [4.466, 51.0433, 4.4685, 51.0445];
      await readContactsOnMap(file, { bounds: street, zoom: 18, filter: {} });
    }),
  );
  expect(results.get('whole town').latency.p75).toBeLessThan(PROMISED);
  expect(results.get('whole town, one reason').latency.p75).toBeLessThan(PROMISED);
  expect(results.get('quarter').latency.p75).toBeLessThan(PROMISED);
});

test('the list beside it', async ({ bench }) => {
  const results = await bench.compare(
    bench('newest of the whole town', async () => {
      await readContactsInView(file, { bounds: wholeTown, filter: {} });
    }),
    bench('newest of a quarter', async () => {
      await readContactsInView(file, { bounds: quarter, filter: {} });
    }),
  );
  expect(results.get('newest of the whole town').latency.p75).toBeLessThan(PROMISED);
});
