import { isEntity } from '#shared/domain/operations/entity-registry.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { ParcelAnswer } from '#shared/protocol/parcel.ts';
import type { OperationResult } from '#shared/protocol/push.ts';

import type { WriteHandle } from '../store/handles.ts';
import { noteUpload } from '../store/repositories/blob-repository.ts';
import type { Store } from '../store/store.ts';
import { writeEpoch, writePushed } from './outbox.ts';
import { putResult } from './put-result.ts';
import type { RowKey } from './row-key.ts';
import { settleRows } from './settle-rows.ts';
import type { Tables } from './tables/entity-table.ts';
import { openTouched } from './touched.ts';

/** What the desk noted when it made the parcel. */
export interface MadeParcel {
  readonly id: Id;
  readonly epoch: Id | null;
  readonly lastSeq: number;
}

export interface AppliedReceipts {
  /** Operations that the centre has answered. */
  readonly answered: number;
  readonly entities: readonly string[];
  /** A code of the centre, where it could not go on; or empty. */
  readonly refused: string;
}

/**
 * Does with the centre's answers what a push and the outcomes of a pull would have done; only rows come by
 * a pull. The same receipts again, or older ones, change nothing.
 *
 * @param answers is asked twice: it is known to be whole before anything is changed.
 * @returns undefined when they are of a former life of the centre; then nothing was changed.
 */
export async function applyReceipts(
  handle: WriteHandle,
  store: Pick<Store, 'identity' | 'clock'>,
  made: MadeParcel,
  answers: () => AsyncIterable<ParcelAnswer>,
): Promise<AppliedReceipts | undefined> {
  const { tables } = handle;
  if (!(await settleEpoch(handle, made, answers))) return undefined;
  const touched = openTouched(handle);
  let refused = '';
  let answered = 0;
  for await (const answer of answers()) {
    switch (answer.type) {
      case 'operations':
        await raisePushed(handle, Math.min(answer.lastDeviceSeq, made.lastSeq));
        for (const result of answer.results) {
          answered += 1;
          const key = await putReceipt(tables, result);
          if (key !== undefined) touched.add([key]);
        }
        break;
      case 'bytes':
        await putReceived(handle, answer);
        break;
      case 'refused':
        refused = answer.code;
        break;
    }
  }
  const entities = touched.entities();
  const { deviceId, officerId } = store.identity;
  await settleRows({ handle, deviceId, officerId }, touched);
  touched.clear();
  await tables
    .updateTable('parcel_made')
    .set({ receipts_at: store.clock.now(), refused })
    .where('id', '=', made.id)
    .execute();
  return { answered, entities, refused };
}

/**
 * Whether the answers are of the centre's present life as far as this desk can know. The first answers of
 * a centre that was restored since the parcel was made begin its new life here.
 */
async function settleEpoch(
  handle: WriteHandle,
  made: MadeParcel,
  answers: () => AsyncIterable<ParcelAnswer>,
): Promise<boolean> {
  const { epoch: known } = await handle.tables
    .selectFrom('sync_state')
    .select('epoch')
    .executeTakeFirstOrThrow();
  const told = new Set<Id>();
  let expected: number | null = null;
  for await (const answer of answers()) {
    told.add(answer.epoch);
    if (answer.type === 'operations') expected = answer.lastDeviceSeq + 1;
    if (answer.type === 'refused') expected = answer.expected;
  }
  const [epoch] = told;
  if (epoch === undefined || told.size > 1) return false;
  if (known === null) await handle.tables.updateTable('sync_state').set({ epoch }).execute();
  if (known === null || known === epoch) return true;
  if (known !== made.epoch || expected === null) return false;
  await writeEpoch(handle, epoch, expected);
  return true;
}

async function raisePushed(handle: WriteHandle, deviceSeq: number): Promise<void> {
  const { pushed_seq: known } = await handle.tables
    .selectFrom('sync_state')
    .select('pushed_seq')
    .executeTakeFirstOrThrow();
  await writePushed(handle, Math.max(known, deviceSeq));
}

/** @returns the row that may look different now; undefined when this says nothing new. */
async function putReceipt(tables: Tables, result: OperationResult): Promise<RowKey | undefined> {
  // Who has to choose needs the centre's row before their eyes: it comes with the outcome by a pull.
  if (result.conflicts.length > 0) return undefined;
  const known = await tables
    .selectFrom('operation_outcome')
    .select('seq')
    .where('op_id', '=', result.opId)
    .executeTakeFirst();
  if (known !== undefined && known.seq >= result.seq) return undefined;
  const key = await putResult(tables, result);
  const isTaken = result.outcome === 'accepted' || result.outcome === 'merged';
  if (key === undefined || !isTaken) return key;
  await tables
    .insertInto('answered_ahead')
    .values({ op_id: result.opId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return key;
}

async function putReceived(
  handle: WriteHandle,
  { row, hash, received }: Extract<ParcelAnswer, { type: 'bytes' }>,
): Promise<void> {
  if (!isEntity(row.entity)) return;
  const upload = await handle.tables
    .selectFrom('blob_upload')
    .innerJoin('blob', 'blob.hash', 'blob_upload.hash')
    .select(['blob_upload.entity', 'blob_upload.entity_id as id', 'blob_upload.sent', 'blob.size'])
    .where('blob_upload.entity', '=', row.entity)
    .where('blob_upload.entity_id', '=', row.id)
    .where('blob_upload.hash', '=', hash)
    .where('blob_upload.state', '=', 'waiting')
    .executeTakeFirst();
  if (upload === undefined || received === null || received < upload.sent) return;
  const state = received >= upload.size ? 'received' : 'waiting';
  await noteUpload(handle, { entity: upload.entity, id: row.id }, received, state);
}
