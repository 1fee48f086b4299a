import { afterEach, beforeEach, expect, it } from 'vitest';

import type { OperationResult } from '#shared/protocol/push.ts';

import { openTestFile, type TestFile } from '../../tests/factories/test-store.ts';
import { beginEpoch } from './outbox.ts';
import { putResult } from './put-result.ts';

const PARTY = '01890000-0000-7000-8000-000000000002';
const EPOCH = '01890000-0000-7000-8000-000000000003';

let test: TestFile;
let made: { readonly opId: string; readonly deviceSeq: number };
beforeEach(async () => {
  test = await openTestFile();
  await test.store.write(async ({ record }) => {
    await record({
      entity: 'party',
      entityId: PARTY,
      baseVersion: 0,
      change: { kind: 'command', name: 'addParty', arguments: { name: 'Mevrouw Voorbeeld' } },
    });
  });
  made = await test.store.read
    .selectFrom('operation')
    .select(['op_id as opId', 'device_seq as deviceSeq'])
    .where('entity_id', '=', PARTY)
    .executeTakeFirstOrThrow();
});
afterEach(() => test.dispose());

async function ended(outcome: OperationResult['outcome'], seq: number, code = ''): Promise<void> {
  const result = { ...made, outcome, code, field: '', conflicts: [], note: '', seq };
  await test.store.write(async ({ tables }) => {
    await putResult(tables, { ...result, receipt: `${seq}-1` });
  });
}
const noted = () =>
  test.store.read
    .selectFrom('operation_outcome')
    .innerJoin('operation', 'operation.op_id', 'operation_outcome.op_id')
    .select(['state', 'receipt', 'code', 'seq', 'needs_attention', 'resolved_at', 'change'])
    .executeTakeFirstOrThrow();

it('what a restored centre decides anew counts, whatever number the former life had come to', async () => {
  await ended('accepted', 9);
  // A colleague brought it in a parcel: the new life has it before this desk hears of that life.
  await beginEpoch(test.store, EPOCH, made.deviceSeq + 1);
  await ended('quarantined', 5, 'no-right');
  expect(await noted()).toMatchObject({
    ...{ state: 'quarantined', receipt: '5-1', code: 'no-right', seq: 5, needs_attention: 1 },
  });
});

it('what the former life had, and the new one calls erased, keeps no words here', async () => {
  await ended('accepted', 9);
  await beginEpoch(test.store, EPOCH, made.deviceSeq + 1);
  await ended('rejected', 5, 'erased');
  const { change, needs_attention: asked } = await noted();
  expect(change).not.toContain('Mevrouw Voorbeeld');
  expect(asked).toBe(1);
});

it('what was set aside and is taken now was released, and stays so when the same is said again', async () => {
  await ended('quarantined', 5, 'no-right');
  await ended('accepted', 9);
  expect(await noted()).toMatchObject({ state: 'accepted', code: 'released', needs_attention: 0 });
  await ended('accepted', 9);
  expect(await noted()).toMatchObject({ state: 'accepted', code: 'released' });
});

it('what was taken at once, or refused after it was set aside, was not released', async () => {
  await ended('accepted', 5);
  expect((await noted()).code).toBe('');
  await ended('quarantined', 6, 'no-right');
  await ended('rejected', 9, 'refused');
  expect((await noted()).code).toBe('refused');
});

it('what a restored centre takes that its former life had set aside, nobody released', async () => {
  await ended('quarantined', 9, 'no-right');
  await beginEpoch(test.store, EPOCH, made.deviceSeq + 1);
  await ended('accepted', 5);
  expect(await noted()).toMatchObject({ state: 'accepted', code: '', seq: 5 });
});

it('what was settled stays settled when the restored centre still says the same', async () => {
  await ended('rejected', 9, 'no-right');
  await test.store.write(async ({ tables }) => {
    const settled = { needs_attention: 0, resolved_at: '2026-06-15T08:00:00.000Z' };
    await tables.updateTable('operation_outcome').set(settled).execute();
  });
  await beginEpoch(test.store, EPOCH, made.deviceSeq + 1);
  await ended('rejected', 9, 'no-right');
  expect(await noted()).toMatchObject({ seq: 9, needs_attention: 0 });
});
