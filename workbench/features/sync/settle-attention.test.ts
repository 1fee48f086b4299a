import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeId } from '#shared/lib/ids.ts';
import { randomBytes, seededRandom } from '#shared/lib/random.ts';
import { EMPTY_DIGEST } from '#shared/lib/set-digest.ts';

import { openTestFile, type TestFile } from '../../../tests/factories/test-store.ts';
import { addParty, changeParty } from '../parties/index.ts';
import { chooseSides, readAttention, readRecordStates, settle, undoChoice } from './index.ts';

const random = seededRandom(21);
const newId = (): string => makeId(1_750_000_000_000, randomBytes(random, 16));
const EVERYTHING = { settled: false, cursor: null, limit: 50 };

let test: TestFile;
let partyId: string;
beforeEach(async () => {
  test = await openTestFile();
  partyId = newId();
});
afterEach(() => test.dispose());

const fields = { kind: 'person', name: 'An', reach: '', language: null, role: null } as const;

/** The desk changed the name on what it knew, and the centre kept a colleague's. */
async function conflictOver(mine: string, theirs: string): Promise<string> {
  const { file, store } = test;
  await addParty(file, { id: partyId, fields });
  await shadow({ ...fields, name: 'An' }, 1);
  await end({ state: 'accepted' });
  await changeParty(file, { id: partyId, fields: { ...fields, name: mine } });
  await shadow({ ...fields, name: theirs }, 2);
  const conflicts = [{ field: 'name', mine, theirs, version: 2 }];
  const opId = await end({ state: 'merged', conflicts });
  await store.write(async ({ tables }) => {
    await tables.updateTable('party').set({ name: theirs }).execute();
  });
  return opId;
}

async function shadow(row: object, version: number): Promise<void> {
  const columns = { version, fields: JSON.stringify(row) };
  await test.store.write(async ({ tables }) => {
    await tables
      .insertInto('shadow')
      .values({ entity: 'party', entity_id: partyId, ...columns })
      .onConflict((conflict) => conflict.columns(['entity', 'entity_id']).doUpdateSet(columns))
      .execute();
    const scope = 'people';
    await tables
      .insertInto('sync_scope')
      .values({ scope, cursor: 1, generation: 1, whole: 1, row_count: 1, digest: EMPTY_DIGEST })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tables
      .insertInto('row_scope')
      .values({ scope, entity: 'party', entity_id: partyId, version, generation: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** Gives the last operation its outcome. */
async function end(outcome: {
  readonly state: 'accepted' | 'merged' | 'rejected' | 'quarantined';
  readonly conflicts?: readonly object[];
}): Promise<string> {
  const { op_id: opId } = await lastOperation();
  await test.store.write(async ({ tables }) => {
    await tables
      .updateTable('operation')
      .set({ state: outcome.state, receipt: 'R-1' })
      .where('op_id', '=', opId)
      .execute();
    await tables
      .insertInto('operation_outcome')
      .values({
        op_id: opId,
        code: outcome.state === 'rejected' ? 'deleted' : '',
        field: '',
        conflicts: JSON.stringify(outcome.conflicts ?? []),
        seq: 1,
        needs_attention: outcome.state === 'accepted' ? 0 : 1,
        resolved_at: null,
        note: '',
      })
      .execute();
  });
  return opId;
}

const lastOperation = () =>
  test.store.read
    .selectFrom('operation')
    .select(['op_id', 'change', 'state'])
    .orderBy('device_seq', 'desc')
    .executeTakeFirstOrThrow();
const count = async () => {
  const { all } = await test.store.read
    .selectFrom('operation')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow();
  return all;
};
const nameHere = async () =>
  (await test.store.read.selectFrom('party').select('name').executeTakeFirstOrThrow()).name;
const stateHere = async () =>
  (await readRecordStates(test.file, { entity: 'party', ids: [partyId] }))[0];

describe('a conflict', () => {
  it('is shown with both values and what there was before', async () => {
    await conflictOver('Anna', 'Annelies');
    const { rows } = await readAttention(test.file, EVERYTHING);
    expect(rows).toMatchObject([
      {
        deed: 'party-changed',
        isHere: true,
        conflicts: [
          { field: 'name', mine: 'Anna', theirs: 'Annelies', base: 'An', present: 'Annelies' },
        ],
      },
    ]);
    expect(await stateHere()).toMatchObject({ state: 'needs-choice' });
  });

  it('settled as mine is one new change, seen at once, and can be taken back', async () => {
    const opId = await conflictOver('Anna', 'Annelies');
    const before = await count();
    await chooseSides(test.file, { opId, choices: { name: 'mine' } });
    await chooseSides(test.file, { opId, choices: { name: 'mine' } });
    expect(await count()).toBe(before + 1);
    expect(JSON.parse((await lastOperation()).change)).toEqual({
      kind: 'patch',
      fields: { name: 'Anna' },
    });
    expect(await nameHere()).toBe('Anna');
    expect(await stateHere()).toMatchObject({ state: 'only-here' });
    expect(await readAttention(test.file, EVERYTHING)).toMatchObject({ rows: [] });
    const settled = await readAttention(test.file, { ...EVERYTHING, settled: true });
    expect(settled.rows).toMatchObject([{ opId, choices: { name: 'mine' } }]);
    await expect(
      chooseSides(test.file, { opId, choices: { name: 'theirs' } }),
    ).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });

    await undoChoice(test.file, { opId });
    expect(await nameHere()).toBe('Annelies');
    expect((await readAttention(test.file, EVERYTHING)).rows).toHaveLength(1);
    await expect(undoChoice(test.file, { opId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(test.announced).toContain('sync');
  });

  it('settled as theirs writes nothing', async () => {
    const opId = await conflictOver('Anna', 'Annelies');
    const before = await count();
    await chooseSides(test.file, { opId, choices: { name: 'theirs' } });
    expect(await count()).toBe(before);
    expect(await nameHere()).toBe('Annelies');
    expect(await stateHere()).toMatchObject({ state: 'received', receipt: 'R-1' });
    await undoChoice(test.file, { opId });
    expect(await count()).toBe(before);
    expect(await stateHere()).toMatchObject({ state: 'needs-choice' });
  });

  it('is not settled without a word on every field, nor where the record is gone', async () => {
    const opId = await conflictOver('Anna', 'Annelies');
    await expect(chooseSides(test.file, { opId, choices: {} })).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      data: { field: 'choices.name' },
    });
    await test.store.write(async ({ tables }) => {
      await tables.deleteFrom('shadow').execute();
    });
    await expect(chooseSides(test.file, { opId, choices: { name: 'mine' } })).rejects.toMatchObject(
      { code: 'NOT_FOUND', data: { what: 'record' } },
    );
    expect((await readAttention(test.file, EVERYTHING)).rows).toMatchObject([
      { isHere: false, texts: [{ field: 'name', text: 'Anna' }] },
    ]);
  });
});

it('what was not taken keeps its text, is settled by being seen, and is never called received', async () => {
  await addParty(test.file, { id: partyId, fields });
  const opId = await end({ state: 'rejected' });
  const { rows } = await readAttention(test.file, EVERYTHING);
  expect(rows).toMatchObject([{ code: 'deleted', texts: [{ field: 'name', text: 'An' }] }]);
  await settle(test.file, { opId, settled: true });
  expect((await readAttention(test.file, EVERYTHING)).rows).toEqual([]);
  expect(await stateHere()).toMatchObject({ state: 'needs-choice' });
  await settle(test.file, { opId, settled: false });
  expect((await readAttention(test.file, EVERYTHING)).rows).toHaveLength(1);
  await expect(chooseSides(test.file, { opId, choices: {} })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
