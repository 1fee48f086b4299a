import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { generateTerritory } from '../../../tests/factories/generated-territory.ts';
import { storeManyPlaces } from '../../../tests/factories/many-places.ts';
import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { storeTerritory } from '../../../tests/factories/test-territory.ts';
import {
  contactPlacesAfter,
  contactPlacesOf,
  contactPointRows,
  matchingContactRows,
} from './contact-map-repository.ts';

const FROM_THE_START = Number.MIN_SAFE_INTEGER;

let test: TestFile;
beforeAll(async () => {
  test = await openTestFile();
  const town = generateTerritory({ seed: 3, streets: 60, segments: 900, addresses: 2_000 });
  await storeTerritory(test.store, town);
  await storeManyPlaces(test.store, town, { seed: 8, count: 5_000 });
});
afterAll(() => test.dispose());

const rowsOf = (page: { readonly row_ids: string }) => JSON.parse(page.row_ids) as number[];

describe('the questions of the map', () => {
  it('read rows by their number, and matching ones by an index, without sorting', async () => {
    const { read } = test.store;
    const plan = async (query: {
      explain(format: undefined, options: ReturnType<typeof sql>): Promise<unknown>;
    }) => JSON.stringify(await query.explain(undefined, sql`query plan`));
    const byNumber = 'USING INTEGER PRIMARY KEY';
    expect(await plan(contactPlacesAfter(read, 7, 100))).toContain(byNumber);
    expect(await plan(contactPlacesOf(read, [1, 2]))).toContain(byNumber);
    expect(await plan(contactPointRows(read, [1, 2]))).toContain(byNumber);
    const matching = (filter: object) =>
      plan(matchingContactRows(read, filter, 'by-problem', FROM_THE_START, 100));
    const byTime = await matching({ from: '2025-01-01' });
    expect(byTime).toContain(byNumber);
    const byReason = await matching({ reason: 'traffic' });
    expect(byReason).toContain('USING COVERING INDEX contact_facet_by_reason');
    expect(byTime + byReason).not.toContain('TEMP B-TREE');
  });

  it('go on after the last row of the part before', async () => {
    const { read } = test.store;
    const ask = (last: number, limit: number) =>
      matchingContactRows(
        read,
        { from: '2000-01-01' },
        'by-problem',
        last,
        limit,
      ).executeTakeFirstOrThrow();
    const first = rowsOf(await ask(FROM_THE_START, 100));
    const next = rowsOf(await ask(first.at(-1) ?? 0, 100));
    expect([...first, ...next]).toEqual(rowsOf(await ask(FROM_THE_START, 200)));
    expect(new Set([...first, ...next]).size).toBe(200);
  });
});
