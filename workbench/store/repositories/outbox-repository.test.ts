import { afterEach, beforeEach, expect, it } from 'vitest';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { countOnlyHere, explainOnlyHere } from './outbox-repository.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

async function record(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await test.store.write((handle) =>
      handle.record({
        entity: 'partner',
        entityId: `partner-${index}`,
        baseVersion: 0,
        change: { kind: 'patch', fields: {} },
      }),
    );
    test.clock.advance(60_000);
  }
}

it('counts what the centre does not have, and tells since when', async () => {
  expect(await countOnlyHere(test.store.read)).toEqual({
    onlyHere: 0,
    notTaken: 0,
    oldestAt: null,
  });
  await record(4);
  await test.store.write(async ({ tables }) => {
    await tables
      .updateTable('operation')
      .set({ state: 'accepted' })
      .where('device_seq', '=', 1)
      .execute();
    await tables
      .updateTable('operation')
      .set({ state: 'under-way' })
      .where('device_seq', '=', 2)
      .execute();
  });
  expect(await countOnlyHere(test.store.read)).toEqual({
    onlyHere: 3,
    notTaken: 0,
    oldestAt: '2026-06-15T08:01:00.000Z',
  });
});

it('counts what the centre did not take by itself, until somebody decided on it', async () => {
  await record(3);
  const ids = await test.store.read.selectFrom('operation').select('op_id').execute();
  const [refused, merged] = ids.map(({ op_id }) => op_id);
  if (!refused || !merged) throw new Error('no operations');
  await test.store.write(async ({ tables }) => {
    for (const [op_id, state] of [
      [refused, 'rejected'],
      [merged, 'merged'],
    ] as const) {
      await tables.updateTable('operation').set({ state }).where('op_id', '=', op_id).execute();
      await tables
        .insertInto('operation_outcome')
        .values({
          ...{ op_id, code: 'FORBIDDEN', field: '', conflicts: '[]', seq: 0, note: '' },
          ...{ needs_attention: 1, resolved_at: null },
        })
        .execute();
    }
  });
  expect(await countOnlyHere(test.store.read)).toMatchObject({ onlyHere: 1, notTaken: 1 });
  await test.store.write(({ tables }) =>
    tables
      .updateTable('operation_outcome')
      .set({ resolved_at: test.clock.now() })
      .where('op_id', '=', refused)
      .execute(),
  );
  expect(await countOnlyHere(test.store.read)).toMatchObject({ onlyHere: 1, notTaken: 0 });
});

it('reads only those that wait, however many were received', async () => {
  const plan = await explainOnlyHere(test.store.read);
  expect(plan).toContain('operation_waiting');
  expect(plan).toContain('operation_needs_attention');
});
