import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { EMPTY_DIGEST } from '#shared/lib/set-digest.ts';
import type { PullMessage } from '#shared/protocol/pull.ts';

import { openTestFile, type TestFile } from '../../tests/factories/test-store.ts';
import { takePullNotes } from './pull-notes.ts';
import { putResult } from './put-result.ts';

let test: TestFile;
beforeEach(async () => {
  test = await openTestFile();
});
afterEach(() => test.dispose());

const NOW = '2026-06-15T08:00:00.000Z';
const row = (id: string, seq: number): Extract<PullMessage, { type: 'row' }> => ({
  type: 'row',
  scope: 'north',
  entity: 'contact',
  id,
  version: 1,
  seq,
  fields: {},
});
const result = (opId: string, seq: number, outcome: 'accepted' | 'quarantined'): PullMessage => ({
  type: 'result',
  opId,
  deviceSeq: 1,
  outcome,
  code: '',
  field: '',
  receipt: 'R-1',
  conflicts: [],
  note: '',
  seq,
});

async function pull(...messages: readonly PullMessage[]): Promise<void> {
  await test.store.write(async ({ tables }) => {
    const notes = await takePullNotes(tables);
    for (const message of messages) await notes.note(message);
    await notes.save(NOW);
  });
}

const arrivals = () =>
  test.store.read.selectFrom('arrival').select(['counts', 'removed']).execute();
const rights = () =>
  test.store.read
    .selectFrom('rights_change')
    .select(['gained', 'lost', 'rows_left', 'unsent'])
    .execute();

/** Scopes of this desk, each with its rows. */
async function hold(scopes: Readonly<Record<string, readonly string[]>>): Promise<void> {
  await test.store.write(async ({ tables }) => {
    for (const [scope, ids] of Object.entries(scopes)) {
      await tables
        .insertInto('sync_scope')
        .values({ scope, cursor: 1, generation: 1, whole: 1, row_count: 0, digest: EMPTY_DIGEST })
        .execute();
      for (const entity_id of ids) {
        await tables
          .insertInto('row_scope')
          .values({ scope, entity: 'contact', entity_id, version: 1, generation: 1 })
          .execute();
      }
    }
  });
}

/** Something this desk asks the centre for. */
async function work(entityId: string): Promise<void> {
  await test.store.write(({ record }) =>
    record({
      entity: 'contact',
      entityId,
      baseVersion: 1,
      change: { kind: 'patch', fields: {} },
    }),
  );
}

describe('what came in', () => {
  it('counts what colleagues did, and not what this desk had asked for', async () => {
    await work('mine');
    await pull(row('mine', 5), result('op', 5, 'accepted'));
    expect(await arrivals()).toEqual([]);
    await pull(row('theirs', 6), row('mine', 7), row('other', 7), result('op', 7, 'accepted'));
    expect(await arrivals()).toEqual([{ counts: '{"contact":1}', removed: 0 }]);
  });

  it('tells of work of this desk that was set aside and is taken now, once', async () => {
    await work('mine');
    const { opId } = await test.store.read
      .selectFrom('operation')
      .select('op_id as opId')
      .where('entity_id', '=', 'mine')
      .executeTakeFirstOrThrow();
    const answer = async (outcome: 'accepted' | 'quarantined', seq: number) => {
      const message = result(opId, seq, outcome);
      await pull(message);
      await test.store.write(async ({ tables }) => {
        if (message.type === 'result') await putResult(tables, message);
      });
    };
    await answer('quarantined', 5);
    expect(await arrivals()).toEqual([]);
    await answer('accepted', 7);
    await answer('accepted', 7);
    expect(await arrivals()).toEqual([{ counts: '{"released":1}', removed: 0 }]);
  });

  it('counts a row in several scopes once', async () => {
    await pull(row('one', 6), { ...row('one', 6), scope: 'south' }, row('other', 6));
    expect(await arrivals()).toEqual([{ counts: '{"contact":2}', removed: 0 }]);
  });

  it('tells what is gone everywhere from what only left a scope', async () => {
    const gone = { type: 'gone', scope: 'north', entity: 'contact', seq: 8 } as const;
    await pull({ ...gone, id: 'a', reason: 'left' });
    expect(await arrivals()).toEqual([]);
    await pull({ ...gone, id: 'b', reason: 'deleted' });
    expect(await arrivals()).toEqual([{ counts: '{}', removed: 1 }]);
  });

  it('remembers the last pulls only', async () => {
    for (let seq = 1; seq <= 60; seq += 1) await pull(row(`row-${seq}`, seq));
    expect(await arrivals()).toHaveLength(50);
  });
});

describe('rights', () => {
  it('are no news at the first pull, nor when they stay', async () => {
    await pull({ type: 'scopes', scopes: { north: 0 } });
    await hold({ north: [] });
    await pull({ type: 'scopes', scopes: { north: 4 } });
    expect(await rights()).toEqual([]);
  });

  it('that end are noted with the rows that leave and the work that was not answered', async () => {
    await hold({ north: ['only-north', 'both'], south: ['both'] });
    await work('only-north');
    const { op_id: waiting } = await test.store.read
      .selectFrom('operation')
      .select('op_id')
      .executeTakeFirstOrThrow();
    await pull(
      { type: 'scopes', scopes: { south: 4, west: 0 } },
      result('set-apart', 9, 'quarantined'),
    );
    const [noted] = await rights();
    expect(noted).toMatchObject({ gained: '["west"]', lost: '["north"]', rows_left: 1 });
    expect(JSON.parse(noted?.unsent ?? '')).toEqual([waiting, 'set-apart']);
  });
});
