import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { contactRowsOfParties, partiesByName } from './party-repository.ts';
import { partiesWithAll } from './party-search-repository.ts';
import { promisesOnStreets } from './promise-repository.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

const ID = '01970000-0000-7000-8000-000000000009';
const planOf = async (query: {
  explain(format: undefined, options: ReturnType<typeof sql>): Promise<unknown[]>;
}) => JSON.stringify(await query.explain(undefined, sql`query plan`));

it('finds candidates by the index of their letters', async () => {
  const plan = await planOf(partiesWithAll(test.store.read, ['  m', ' mi'], 10));
  expect(plan).toMatch(/party_gram VIRTUAL TABLE INDEX/);
  expect(plan).toMatch(/SEARCH party_key USING INTEGER PRIMARY KEY/);
  expect(plan).not.toMatch(/TEMP B-TREE/);
});

it('lists parties by name along an index, from wherever a page ended', async () => {
  const plan = await planOf(partiesByName(test.store.read, null, { key: '  m', id: ID }, 50));
  expect(plan).toMatch(/party_key USING (COVERING )?INDEX party_by_key/);
  expect(plan).not.toMatch(/TEMP B-TREE/);
});

it('finds the contacts of a party by its own index', async () => {
  const plan = await planOf(contactRowsOfParties(test.store.read, [ID], null, 50));
  expect(plan).toMatch(/SEARCH contact_party USING PRIMARY KEY/);
});

it('finds the open promises of a street by its index', async () => {
  const plan = await planOf(promisesOnStreets(test.store.read, [ID]));
  expect(plan).toMatch(/promise_by_street/);
});
