import { sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';
import type { SealedPart } from '#shared/protocol/sealed-file.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

export interface NewMadeParcel {
  readonly id: Id;
  readonly madeAt: string;
  readonly secret: string;
  readonly headerHash: string;
  readonly epoch: Id | null;
  readonly lastSeq: number;
  readonly operations: number;
  readonly files: number;
}

/** Keeps what is needed to open the receipts of a parcel that this desk made. */
export async function putMadeParcel({ tables }: WriteHandle, made: NewMadeParcel): Promise<void> {
  await tables
    .insertInto('parcel_made')
    .values({
      id: made.id,
      made_at: made.madeAt,
      secret: made.secret,
      header_hash: made.headerHash,
      epoch: made.epoch,
      last_seq: made.lastSeq,
      operations: made.operations,
      files: made.files,
      receipts_at: null,
      refused: '',
    })
    .execute();
}

export async function findMadeParcel(
  read: ReadHandle,
  id: Id,
): Promise<Pick<NewMadeParcel, 'id' | 'secret' | 'headerHash' | 'epoch' | 'lastSeq'> | undefined> {
  return read
    .selectFrom('parcel_made')
    .select(['id', 'secret', 'header_hash as headerHash', 'epoch', 'last_seq as lastSeq'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The parcels that this desk made last, newest first. */
export async function lastMadeParcels(read: ReadHandle, limit: number) {
  return read
    .selectFrom('parcel_made')
    .select(['id', 'made_at as madeAt', 'operations', 'files', 'refused'])
    .select('receipts_at as receiptsAt')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export interface CarriedParcel {
  readonly id: Id;
  readonly header: string;
  readonly madeAt: string;
  readonly operations: number;
  readonly files: number;
  readonly bytes: number;
  readonly takenAt: string;
}

export async function putCarriedParcel(
  { tables }: WriteHandle,
  parcel: CarriedParcel,
): Promise<void> {
  const { id, header, madeAt, operations, files, bytes, takenAt } = parcel;
  await tables
    .insertInto('parcel_carried')
    .values({
      ...{ id, header, operations, files, bytes },
      made_at: madeAt,
      taken_at: takenAt,
      delivered_at: null,
      refused: '',
    })
    .execute();
}

export async function addParcelPart(
  { tables }: WriteHandle,
  id: Id,
  { index, last, proof, sealed }: SealedPart,
): Promise<void> {
  await tables
    .insertInto('parcel_part')
    .values({
      parcel_id: id,
      position: index,
      last: last ? 1 : 0,
      is_receipt: 0,
      proof,
      sealed,
    })
    .execute();
}

/** Parcels of colleagues that are here, those taken in first first. */
export async function carriedParcels(read: ReadHandle) {
  return read
    .selectFrom('parcel_carried')
    .select(['id', 'made_at as madeAt', 'operations', 'files', 'bytes', 'refused'])
    .select(['taken_at as takenAt', 'delivered_at as deliveredAt'])
    .orderBy('taken_at')
    .orderBy('id')
    .execute();
}

export async function findCarriedParcel(read: ReadHandle, id: Id) {
  return read
    .selectFrom('parcel_carried')
    .select(['id', 'header', 'delivered_at as deliveredAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Those that the centre has not had whole, and has not refused. */
export async function undeliveredParcels(
  read: ReadHandle,
): Promise<readonly { readonly id: Id; readonly header: string }[]> {
  return read
    .selectFrom('parcel_carried')
    .select(['id', 'header'])
    .where('delivered_at', 'is', null)
    .where('refused', '=', '')
    .orderBy('taken_at')
    .orderBy('id')
    .execute();
}

/** The next part that the centre has not had; or the next receipt from this place on. */
export async function nextParcelPart(
  read: ReadHandle,
  id: Id,
  kind: 'part' | 'receipt',
  from = 0,
): Promise<SealedPart | undefined> {
  const found = await read
    .selectFrom('parcel_part')
    .select(['position as index', 'last', 'proof', 'sealed'])
    .where('parcel_id', '=', id)
    .where('is_receipt', '=', kind === 'receipt' ? 1 : 0)
    .where('position', '>=', from)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  return found && { ...found, last: found.last === 1 };
}

/** Puts the receipt in the place of the part. With the last one the parcel is delivered. */
export async function putPartReceipt(
  { tables }: WriteHandle,
  id: Id,
  { index, last, proof, sealed }: SealedPart,
  now: string,
): Promise<void> {
  await tables
    .updateTable('parcel_part')
    .set({ is_receipt: 1, last: last ? 1 : 0, proof, sealed })
    .where('parcel_id', '=', id)
    .where('position', '=', index)
    .execute();
  if (!last) return;
  // What was not wanted any more is not carried any further.
  await tables
    .deleteFrom('parcel_part')
    .where('parcel_id', '=', id)
    .where('position', '>', index)
    .execute();
  await tables
    .updateTable('parcel_carried')
    .set({ delivered_at: now })
    .where('id', '=', id)
    .execute();
}

export async function noteParcelRefused(
  { tables }: WriteHandle,
  id: Id,
  reason: string,
): Promise<void> {
  await tables
    .updateTable('parcel_carried')
    .set({ refused: reason })
    .where('id', '=', id)
    .execute();
}

/** @returns whether there was one. */
export async function removeCarriedParcel({ tables }: WriteHandle, id: Id): Promise<boolean> {
  const { numDeletedRows } = await tables
    .deleteFrom('parcel_carried')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Files whose bytes are here and that the centre is to have, of rows that it has, has set aside, or that go along. */
export async function blobsToHandOver(read: ReadHandle) {
  return read
    .selectFrom('blob_upload')
    .innerJoin('blob', (join) =>
      join.onRef('blob.hash', '=', 'blob_upload.hash').onRef('blob.received', '=', 'blob.size'),
    )
    .select(['blob_upload.entity', 'blob_upload.entity_id as id', 'blob_upload.hash'])
    .select(['blob_upload.sent', 'blob.size'])
    .where('blob_upload.state', '=', sql.lit('waiting' as const))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('operation')
          .select('operation.op_id')
          .whereRef('operation.entity', '=', 'blob_upload.entity')
          .whereRef('operation.entity_id', '=', 'blob_upload.entity_id')
          .where('operation.base_version', '=', 0)
          .where('operation.state', '!=', 'rejected'),
      ),
    )
    .orderBy('blob_upload.entity_id')
    .execute();
}
