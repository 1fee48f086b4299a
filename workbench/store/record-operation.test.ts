import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Change } from '#shared/domain/operations/operation.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import { changeSchema } from '#shared/protocol/push.ts';

import { openTestFile, type TestFile } from '../../tests/factories/test-store.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

const record = (change: Change) =>
  test.store.write((handle) =>
    handle.record({
      entity: 'officer',
      entityId: test.store.identity.officerId,
      baseVersion: 1,
      change,
    }),
  );
const recorded = async (): Promise<number> => {
  const rows = await test.store.read.selectFrom('operation').select('op_id').execute();
  return rows.length;
};

it('takes a change as large as the centre takes, and none that is larger', async () => {
  const empty: Change = { kind: 'command', name: 'x', arguments: { short: 'a', long: '' } };
  const room = LIMITS.changeCharacters - JSON.stringify(empty).length;
  const ofLength = (length: number): Change => ({
    ...empty,
    arguments: { short: 'a', long: 'b'.repeat(length) },
  });
  expect(changeSchema.safeParse(ofLength(room)).success).toBe(true);
  expect(changeSchema.safeParse(ofLength(room + 1)).success).toBe(false);
  const before = await recorded();
  await record(ofLength(room));
  expect(await recorded()).toBe(before + 1);
  await expect(record(ofLength(room + 1))).rejects.toMatchObject({
    code: 'INVALID_FIELD',
    data: { field: 'long', reason: 'more-than-can-be-sent' },
  });
  expect(await recorded()).toBe(before + 1);
});
