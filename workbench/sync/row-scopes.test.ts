import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { combineDigests, EMPTY_DIGEST, memberDigest } from '#shared/lib/set-digest.ts';
import { sumMember } from '#shared/protocol/pull.ts';

import { openTestFile, type TestFile } from '../../tests/factories/test-store.ts';
import { openRowScopes, type ScopedRow } from './row-scopes.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

const row = fc.record({
  scope: fc.constantFrom('reference', 'user:one'),
  entity: fc.constantFrom('contact', 'promise'),
  id: fc.constantFrom('a', 'b', 'c'),
  version: fc.integer({ min: 1, max: 3 }),
});

/** What a scope comes to when all that came is told from the beginning. */
function sumOf(rows: readonly ScopedRow[], scope: string) {
  const last = new Map(
    rows
      .filter((one) => one.scope === scope)
      .map(({ entity, id, version }) => [`${entity} ${id}`, sumMember(entity, id, version)]),
  );
  const digest = [...last.values()].map(memberDigest).reduce(combineDigests, EMPTY_DIGEST);
  return { rows: last.size, digest };
}

it('keeps the sum of each scope along, whether rows are new, known, or come twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(row, { maxLength: 6 }), { maxLength: 4 }), async (pulls) => {
      await test.store.write(async ({ prepare }) => {
        prepare('delete from row_scope').run();
        prepare('delete from sync_scope').run();
      });
      const starts = { reference: 1, 'user:one': 1 };
      for (const rows of pulls) {
        await test.store.write(async (handle) => {
          const scopes = await openRowScopes(handle, { addScope: () => undefined });
          await scopes.settle(starts);
          scopes.putAll(rows);
          scopes.save();
        });
      }
      await test.store.write(async (handle) => {
        const scopes = await openRowScopes(handle, { addScope: () => undefined });
        await scopes.settle(starts);
        const sums = Object.fromEntries(
          Object.keys(starts).map((scope) => [scope, sumOf(pulls.flat(), scope)]),
        );
        expect(scopes.compare(sums)).toEqual([]);
        const wrong = { ...sums['reference'], rows: 9, digest: EMPTY_DIGEST };
        expect(scopes.compare({ reference: wrong })).toEqual(['reference']);
      });
    }),
    { numRuns: 40 },
  );
});
