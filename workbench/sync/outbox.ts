import { type Change, type Json } from '#shared/domain/operations/operation.ts';
import type { Id } from '#shared/lib/ids.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import type { WireOperation } from '#shared/protocol/push.ts';

import type { ReadHandle, WriteHandle } from '../store/handles.ts';
import type { Store } from '../store/store.ts';

/** Characters of the changes in one push, well below what the centre takes. */
const PUSH_CHARACTERS = 2_000_000;

export interface PushBatch {
  readonly epoch: Id | null;
  /** Operations that the centre is not known to hold and that are not on their way, those of this batch among them. */
  readonly waiting: number;
  readonly operations: readonly WireOperation[];
}

/**
 * The next operations that the centre is not known to hold, in order. What is sent is the same whenever
 * it is sent, so that the centre knows it again.
 *
 * @param sent the last operation that is on its way already.
 */
export async function takeBatch(store: Store, sent = 0): Promise<PushBatch> {
  return store.write(async ({ tables }) => {
    const state = await tables
      .selectFrom('sync_state')
      .select(['epoch', 'pushed_seq'])
      .executeTakeFirstOrThrow();
    const known = Math.max(state.pushed_seq, sent);
    const { waiting } = await tables
      .selectFrom('operation')
      .select(({ fn }) => fn.countAll<number>().as('waiting'))
      .where('device_seq', '>', known)
      .executeTakeFirstOrThrow();
    const operations = await operationsAfter(tables, known, PUSH_CHARACTERS);
    return { epoch: state.epoch, waiting, operations };
  });
}

/**
 * Operations after this number, in order, as many as fit into so many characters of changes; at least one
 * where there is one.
 */
export async function operationsAfter(
  read: ReadHandle,
  after: number,
  mostCharacters: number,
): Promise<WireOperation[]> {
  const rows = await read
    .selectFrom('operation')
    .leftJoin('operation_base', 'operation_base.op_id', 'operation.op_id')
    .select([
      'operation.op_id',
      'device_seq',
      'author_id',
      'made_at',
      'entity',
      'entity_id',
      'op_version',
      'change',
      'operation_base.version as base_version',
      'operation_base.epoch as base_epoch',
      'depends_on',
    ])
    .where('device_seq', '>', after)
    .orderBy('device_seq')
    .limit(LIMITS.operationsPerPush)
    .execute();
  const operations: WireOperation[] = [];
  let characters = 0;
  for (const row of rows) {
    characters += row.change.length;
    if (operations.length > 0 && characters > mostCharacters) break;
    operations.push({
      opId: row.op_id,
      deviceSeq: row.device_seq,
      authorId: row.author_id,
      madeAt: row.made_at,
      entity: row.entity,
      entityId: row.entity_id,
      baseVersion: row.base_version ?? 0,
      baseEpoch: row.base_epoch,
      opVersion: row.op_version,
      dependsOn: (JSON.parse(row.depends_on ?? '[]') as Id[]).slice(0, LIMITS.dependencies),
      change: storable(JSON.parse(row.change) as Change),
    });
  }
  return operations;
}

/**
 * The centre holds everything up to this number: only now is it under way, since what was sent without
 * an answer may never have arrived.
 *
 * @param epoch the life of the centre that holds it. A desk that hears of a centre for the first time keeps it
 *   at once: it could not tell a restored centre from this one otherwise.
 */
export async function notePushed(store: Store, deviceSeq: number, epoch?: Id): Promise<void> {
  await store.write(async (handle) => {
    await writePushed(handle, deviceSeq);
    if (epoch === undefined) return;
    await handle.tables
      .updateTable('sync_state')
      .set({ epoch })
      .where('epoch', 'is', null)
      .execute();
  });
}

/** The same within a transaction. */
export async function writePushed({ tables }: WriteHandle, deviceSeq: number): Promise<void> {
  await tables.updateTable('sync_state').set({ pushed_seq: deviceSeq }).execute();
  await tables
    .updateTable('operation')
    .set({ state: 'under-way' })
    .where('state', '=', 'only-here')
    .where('device_seq', '<=', deviceSeq)
    .execute();
}

/**
 * The centre has another life, since it was restored: what it no longer knows is pushed again, and every
 * scope is fetched whole.
 *
 * @param expected the first operation of this desk that it does not know.
 */
export async function beginEpoch(store: Store, epoch: Id, expected: number): Promise<void> {
  await store.write((handle) => writeEpoch(handle, epoch, expected));
}

/** The same within a transaction. */
export async function writeEpoch(
  { tables }: WriteHandle,
  epoch: Id,
  expected: number,
): Promise<void> {
  const unknown = tables
    .selectFrom('operation')
    .select('op_id')
    .where('device_seq', '>=', expected);
  await noteLost(tables, expected);
  await tables.deleteFrom('operation_outcome').where('op_id', 'in', unknown).execute();
  await tables.deleteFrom('answered_ahead').where('op_id', 'in', unknown).execute();
  // Somebody may have brought what was lost in a parcel, before this desk heard of the new life: what its
  // centre decided then counts, whatever number the former one had come to.
  await tables.updateTable('operation_outcome').set({ seq: 0 }).execute();
  await tables
    .updateTable('operation')
    .set({ state: 'only-here', receipt: '' })
    .where('device_seq', '>=', expected)
    .execute();
  // The bytes of rows may have been lost with them.
  await tables.updateTable('blob_upload').set({ sent: 0, state: 'waiting' }).execute();
  await tables
    .updateTable('sync_scope')
    .set(({ eb }) => ({ cursor: 0, whole: 0, generation: eb('generation', '+', 1) }))
    .execute();
  await tables
    .updateTable('sync_state')
    .set({ epoch, pushed_seq: expected - 1, results_seq: 0 })
    .execute();
}

/** Notes which of the operations that the centre has lost it had once. */
async function noteLost(tables: WriteHandle['tables'], expected: number): Promise<void> {
  await tables
    .insertInto('lost_operation')
    .columns(['op_id'])
    .expression(({ selectFrom }) =>
      selectFrom('operation')
        .select('op_id')
        .where('device_seq', '>=', expected)
        .where('state', 'in', ['under-way', 'accepted', 'merged', 'quarantined']),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The same without what no database at the centre can hold: NUL, and halves of surrogate pairs. */
function storable(change: Change): Change {
  return clean(change) as Change;
}

function clean(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\u0000', '\ufffd');
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(clean);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, clean(member)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
