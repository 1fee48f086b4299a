import { createHash } from 'node:crypto';

import { sql } from 'kysely';

import type { MediaType } from '#shared/domain/attachments/media-type.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';
import type { Instant } from '#shared/lib/dates.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

/** States of what the centre has the words of: it takes the bytes, whoever may see the row today. */
const TOLD = ['accepted', 'merged', 'quarantined'] as const;
/** Bytes of one row: a chunk on the wire is one as well. */
const STORED_CHUNK_BYTES = 256 * 1024;

export interface BlobState {
  readonly size: number;
  readonly received: number;
}

/** The SHA-256 of the bytes, in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** How much of a blob is here; undefined when nothing refers to it, or nothing came yet. */
export async function blobState(read: ReadHandle, hash: string): Promise<BlobState | undefined> {
  return read
    .selectFrom('blob')
    .select(['size', 'received'])
    .where('hash', '=', hash)
    .executeTakeFirst();
}

/** Keeps a whole blob; one that is here already stays, and one that was half here is made whole. */
export async function putBlob(
  { tables }: WriteHandle,
  hash: string,
  bytes: Uint8Array,
): Promise<void> {
  const known = await blobState(tables, hash);
  if (known?.received === bytes.length) return;
  if (known === undefined) {
    await tables
      .insertInto('blob')
      .values({ hash, size: bytes.length, received: bytes.length })
      .execute();
  } else {
    await tables.deleteFrom('blob_chunk').where('hash', '=', hash).execute();
    await tables
      .updateTable('blob')
      .set({ size: bytes.length, received: bytes.length })
      .where('hash', '=', hash)
      .execute();
  }
  for (let start = 0; start < bytes.length; start += STORED_CHUNK_BYTES) {
    const part = bytes.subarray(start, start + STORED_CHUNK_BYTES);
    await tables.insertInto('blob_chunk').values({ hash, start, bytes: part }).execute();
  }
}

/** At most `length` bytes of a blob from `offset` on; fewer at its end, or where no more is here. */
export async function readBlob(
  read: ReadHandle,
  hash: string,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const chunks = await read
    .selectFrom('blob_chunk')
    .select(['start', 'bytes'])
    .where('hash', '=', hash)
    .where('start', '<', offset + length)
    .where('start', '>', offset - STORED_CHUNK_BYTES)
    .orderBy('start')
    .execute();
  const parts = chunks.map(({ start, bytes }) =>
    bytes.subarray(Math.max(0, offset - start), Math.max(0, offset + length - start)),
  );
  return Buffer.concat(parts);
}

export interface Thumbnail {
  readonly mediaType: MediaType;
  readonly bytes: Uint8Array;
}

export async function findThumbnail(
  read: ReadHandle,
  hash: string,
): Promise<Thumbnail | undefined> {
  return read
    .selectFrom('blob_thumbnail')
    .select(['media_type as mediaType', 'bytes'])
    .where('hash', '=', hash)
    .executeTakeFirst();
}

/** The small picture of a blob that is here; the first one stays. */
export async function putThumbnail(
  { tables }: WriteHandle,
  hash: string,
  { mediaType, bytes }: Thumbnail,
): Promise<void> {
  await tables
    .insertInto('blob_thumbnail')
    .values({ hash, media_type: mediaType, bytes })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

/**
 * Says that the centre is to have these bytes, for this row. Until it has them, they stay here, whatever
 * becomes of the row.
 */
export async function queueUpload(
  { tables }: WriteHandle,
  row: { readonly entity: 'attachment'; readonly id: string; readonly hash: string },
): Promise<void> {
  await tables
    .insertInto('blob_upload')
    .values({ entity: row.entity, entity_id: row.id, hash: row.hash, sent: 0, state: 'waiting' })
    .onConflict((conflict) => conflict.columns(['entity', 'entity_id']).doNothing())
    .execute();
}

/** Bytes that the centre is to have, of rows that it has taken or set aside, the oldest first. */
export async function waitingUploads(
  read: ReadHandle,
): Promise<readonly { entity: Entity; id: string; hash: string }[]> {
  return read
    .selectFrom('blob_upload')
    .innerJoin('blob', (join) =>
      join.onRef('blob.hash', '=', 'blob_upload.hash').onRef('blob.received', '=', 'blob.size'),
    )
    .select(['blob_upload.entity', 'blob_upload.entity_id as id', 'blob_upload.hash'])
    .where('blob_upload.state', '=', sql.lit('waiting' as const))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('operation')
          .select('operation.op_id')
          .whereRef('operation.entity', '=', 'blob_upload.entity')
          .whereRef('operation.entity_id', '=', 'blob_upload.entity_id')
          .where('operation.base_version', '=', 0)
          .where('operation.state', 'in', [...TOLD]),
      ),
    )
    .orderBy('blob_upload.entity_id')
    .execute();
}

/** Files whose row the centre has, or has set aside, and their bytes not yet. */
export interface ArrivingFiles {
  readonly count: number;
  /** Bytes of them, and how many of those the centre has. */
  readonly size: number;
  readonly sent: number;
  /** When the oldest was added. */
  readonly oldestAt: Instant | null;
}

/**
 * What would be lost with this desk although its operations were received. Also of rows that left it, since its
 * officer may not see them any more: until the centre has the bytes, they are here alone.
 */
export async function countArrivingFiles(read: ReadHandle): Promise<ArrivingFiles> {
  const found = await arrivingFiles(read)
    .innerJoin('blob', 'blob.hash', 'blob_upload.hash')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.sum<number | null>('blob.size').as('size'),
      fn.sum<number | null>('blob_upload.sent').as('sent'),
      fn.min('operation.made_at').as('oldestAt'),
    ])
    .executeTakeFirstOrThrow();
  return { ...found, size: found.size ?? 0, sent: found.sent ?? 0 };
}

/** Those files, with their rows where they are here: nobody can say yet that they were received. */
export function arrivingFiles(read: ReadHandle) {
  return filesOfToldRows(read).where('blob_upload.state', '=', sql.lit('waiting' as const));
}

/** The files whose bytes the centre took for something else: they stay at this desk alone. */
export function refusedFiles(read: ReadHandle) {
  return filesOfToldRows(read).where('blob_upload.state', '=', sql.lit('refused' as const));
}

function filesOfToldRows(read: ReadHandle) {
  return read
    .selectFrom('blob_upload')
    .innerJoin('operation', (join) =>
      join
        .on('operation.entity', '=', sql.lit('attachment' as const))
        .onRef('operation.entity_id', '=', 'blob_upload.entity_id')
        .on('operation.base_version', '=', 0)
        .on('operation.state', 'in', [...TOLD]),
    )
    .leftJoin('attachment as file', 'file.id', 'blob_upload.entity_id')
    .where('blob_upload.entity', '=', sql.lit('attachment' as const));
}

/** Nobody is to have these bytes any more: their row is gone for good. They go unless another row here needs them. */
export async function dropUpload(
  { tables }: Pick<WriteHandle, 'tables'>,
  row: { readonly entity: string; readonly id: string },
): Promise<void> {
  await tables
    .deleteFrom('blob_upload')
    .where(sql<string>`entity`, '=', row.entity)
    .where('entity_id', '=', row.id)
    .execute();
}

/** How much the centre has of what it is to have. */
export async function noteUpload(
  { tables }: WriteHandle,
  row: { readonly entity: Entity; readonly id: string },
  sent: number,
  state: 'waiting' | 'received' | 'refused',
): Promise<void> {
  await tables
    .updateTable('blob_upload')
    .set({ sent, state })
    .where('entity', '=', row.entity)
    .where('entity_id', '=', row.id)
    .execute();
}

/** The centre let go what it had of this, since it did not take the row: it is nowhere but here. */
export async function keepUpload(
  { tables }: Pick<WriteHandle, 'tables'>,
  row: { readonly entity: Entity; readonly id: string },
): Promise<void> {
  await tables
    .updateTable('blob_upload')
    .set({ sent: 0, state: 'waiting' })
    .where('entity', '=', row.entity)
    .where('entity_id', '=', row.id)
    .where('state', '=', 'received')
    .execute();
}

/** Adds bytes that arrived, when they follow on what is here. */
export async function appendBlob(
  { tables }: WriteHandle,
  hash: string,
  size: number,
  start: number,
  bytes: Uint8Array,
): Promise<void> {
  const received = (await blobState(tables, hash))?.received;
  if (received === undefined) {
    await tables.insertInto('blob').values({ hash, size, received: 0 }).execute();
  }
  if ((received ?? 0) !== start) return;
  await tables.insertInto('blob_chunk').values({ hash, start, bytes }).execute();
  await tables
    .updateTable('blob')
    .set({ received: start + bytes.length })
    .where('hash', '=', hash)
    .execute();
}

/** Forgets bytes that turned out to be others. */
export async function dropBlob({ tables }: WriteHandle, hash: string): Promise<void> {
  await tables.deleteFrom('blob').where('hash', '=', hash).execute();
}
