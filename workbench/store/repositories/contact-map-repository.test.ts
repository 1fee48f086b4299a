import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { storeManyContacts } from '../../../tests/factories/many-contacts.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { generateTerritory, storeTerritory } from '../../../tests/factories/test-territory.ts';
import {
  contactPlacesAfter,
  contactPointRows,
  countAllContacts,
  matchingContactRows,
} from './contact-map-repository.ts';

let test: TestFile;
beforeAll(async () => {
  test = await openTestFile();
  const town = generateTerritory({ seed: 3, streets: 60, segments: 900, addresses: 2_000 });
  await storeTerritory(test.store, town);
  await storeManyContacts(test.store, town, { seed: 8, count: 5_000 });
});
afterAll(() => test.dispose());

describe('the questions of the map', () => {
  it('read rows by their number, and matching ones by an index alone', async () => {
    const { read } = test.store;
    const plan = async (query: {
      explain(format: undefined, options: ReturnType<typeof sql>): Promise<unknown>;
    }) => JSON.stringify(await query.explain(undefined, sql`query plan`));
    expect(await plan(contactPlacesAfter(read, 7, 100))).toContain('USING INTEGER PRIMARY KEY');
    expect(await plan(contactPointRows(read, [1, 2]))).toContain('USING INTEGER PRIMARY KEY');
    expect(await plan(countAllContacts(read))).toContain('USING COVERING INDEX');
    const byTime = await plan(matchingContactRows(read, { from: '2025-01-01' }, null, 100));
    expect(byTime).toContain('USING COVERING INDEX contact_by_time');
    const byReason = await plan(matchingContactRows(read, { reason: 'traffic' }, null, 100));
    expect(byReason).toContain('USING COVERING INDEX contact_by_reason');
    expect(byTime + byReason).not.toContain('TEMP B-TREE');
  });

  it('go on from the oldest moment of the part before', async () => {
    const { read } = test.store;
    const ask = (from: string | null, limit: number) =>
      matchingContactRows(read, { from: '2000-01-01' }, from, limit).executeTakeFirstOrThrow();
    const first = await ask(null, 100);
    const next = await ask(first.oldest, 101);
    const firstRows = JSON.parse(first.row_ids) as number[];
    const nextRows = JSON.parse(next.row_ids) as number[];
    expect(nextRows[0]).toBe(firstRows.at(-1));
    expect(new Set([...firstRows, ...nextRows]).size).toBe(200);
  });
});
