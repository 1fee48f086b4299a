import { afterEach, beforeEach, expect, it } from 'vitest';

import { LIMITS } from '#shared/protocol/limits.ts';

import { openTestFile, type TestFile } from '../../tests/factories/test-store.ts';
import { addOfficer } from '../features/people/index.ts';
import { notePushed, takeBatch } from './outbox.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

it('says how much waits without what the centre holds and what is on its way, part by part', async () => {
  const more = 12;
  await test.store.write(async ({ record }) => {
    for (let number = 0; number < LIMITS.operationsPerPush + more; number += 1) {
      await record({
        entity: 'officer',
        entityId: test.store.identity.officerId,
        baseVersion: 1,
        change: { kind: 'patch', fields: { displayName: `Noor ${number}` } },
      });
    }
  });
  const first = await takeBatch(test.store);
  expect([first.waiting, first.operations.length]).toEqual([
    LIMITS.operationsPerPush + more,
    LIMITS.operationsPerPush,
  ]);
  const second = await takeBatch(test.store, first.operations.at(-1)?.deviceSeq);
  expect([second.waiting, second.operations.length]).toEqual([more, more]);

  await notePushed(test.store, first.operations.at(-1)?.deviceSeq ?? 0);
  expect(await takeBatch(test.store)).toEqual(second);
  await notePushed(test.store, second.operations.at(-1)?.deviceSeq ?? 0);
  await addOfficer(test.file, { displayName: 'Bert Verzonnen' });
  expect(await takeBatch(test.store)).toMatchObject({ waiting: 1, operations: [{}] });
});
