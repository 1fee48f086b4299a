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
  expect(await countOnlyHere(test.store.read)).toEqual({ onlyHere: 0, oldestAt: null });
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
    oldestAt: '2026-06-15T08:01:00.000Z',
  });
});

it('reads only those that wait, however many were received', async () => {
  expect(await explainOnlyHere(test.store.read)).toContain('operation_waiting');
});
