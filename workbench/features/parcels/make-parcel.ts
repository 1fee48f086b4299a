import { type FileHandle, open, rm } from 'node:fs/promises';

import { clockDigitsOf, dayOf } from '#shared/lib/dates.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import type { ParcelContent, ParcelHeader } from '#shared/protocol/parcel.ts';
import { joinContent, sealedPart, sealedStart } from '#shared/protocol/sealed-file.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { readBlob } from '../../store/repositories/blob-repository.ts';
import { blobsToHandOver, putMadeParcel } from '../../store/repositories/parcel-repository.ts';
import type { Store } from '../../store/store.ts';
import type { DeskKey } from '../../sync/desk-key.ts';
import { operationsAfter } from '../../sync/outbox.ts';
import { makeParcelSecret, sealPart, sha256 } from '../../sync/parcel-crypto.ts';
import { readMembership } from '../sync/index.ts';
import type { Transfers } from '../transfers/index.ts';
import { parcelRefused } from './parcel-failure.ts';

/** Characters of the changes in one part. */
const PART_CHARACTERS = 200_000;
/** Bytes of files in one parcel; what is more goes with the next one. */
const FILE_BYTES = 200_000_000;

export interface PreparedParcel {
  readonly downloadId: Id;
  readonly fileName: string;
  readonly size: number;
  readonly operations: number;
  readonly files: number;
  /** Files that are too much for this parcel, and go with the next one. */
  readonly leftOut: number;
}

interface Chosen {
  readonly epoch: Id | null;
  readonly after: number;
  readonly lastSeq: number;
  readonly operations: number;
  readonly blobs: Awaited<ReturnType<typeof blobsToHandOver>>;
  readonly leftOut: number;
}

/**
 * Writes everything that the centre is not known to hold into one sealed and signed file. It stays only
 * here until the receipts are back. Throws NOT_ENROLLED, PARCEL_REFUSED (empty, unknown-key).
 */
export async function makeParcel(file: OpenFile, transfers: Transfers): Promise<PreparedParcel> {
  const { store } = file;
  const membership = await readMembership(store.read);
  if (!membership?.enrolment) throw new WorkbenchError('NOT_ENROLLED');
  if (!membership.parcelKey) throw parcelRefused('unknown-key');
  const chosen = await choose(store);
  const files = chosen.blobs.length;
  if (chosen.operations === 0 && files === 0) throw parcelRefused('empty');

  const madeAt = store.clock.now();
  const agreed = makeParcelSecret(membership.parcelKey);
  const header: ParcelHeader = {
    parcelId: makeId(Date.parse(madeAt), store.entropy.bytes(16)),
    zoneId: membership.enrolment.zoneId,
    deviceId: store.identity.deviceId,
    publicKey: membership.key.publicKey,
    keyId: membership.parcelKey.id,
    ephemeralKey: agreed.ephemeralKey,
    protocol: PROTOCOL_VERSION,
    madeAt,
    operations: chosen.operations,
    files,
  };
  const headerBytes = Buffer.from(JSON.stringify(header));
  const headerHash = sha256(headerBytes);
  const { downloadId, path } = transfers.newPath();
  const target = await open(path, 'wx', 0o600);
  let size: number;
  try {
    await target.write(sealedStart('PARCEL', headerBytes));
    const seal = sealerOf(membership.key, agreed.secret, headerHash);
    for await (const part of inParts(contents(store, chosen), seal)) await target.write(part);
    await target.sync();
    ({ size } = await target.stat());
  } catch (cause) {
    await discard(target, path);
    throw storageOr(cause);
  }
  await target.close();
  // Only what can be opened later leaves this desk.
  await store.write((handle) =>
    putMadeParcel(handle, {
      id: header.parcelId,
      madeAt,
      secret: agreed.secret.toString('base64url'),
      headerHash: headerHash.toString('hex'),
      epoch: chosen.epoch,
      lastSeq: chosen.lastSeq,
      operations: chosen.operations,
      files,
    }),
  );
  transfers.offer(downloadId, path);
  file.announce(['sync']);
  const fileName = `wijkwerk-${dayOf(madeAt)}-${clockDigitsOf(madeAt)}.wijkwerk-parcel`;
  const { operations, leftOut } = chosen;
  return { downloadId, fileName, size, operations, files, leftOut };
}

async function choose(store: Store): Promise<Chosen> {
  const state = await store.read
    .selectFrom('sync_state')
    .select(['epoch', 'pushed_seq as after'])
    .executeTakeFirstOrThrow();
  const { count, last } = await store.read
    .selectFrom('operation')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('device_seq').as('last')])
    .where('device_seq', '>', state.after)
    .executeTakeFirstOrThrow();
  const all = await blobsToHandOver(store.read);
  let bytes = 0;
  const blobs = all.filter(({ size, sent }) => (bytes += size - sent) <= FILE_BYTES);
  const leftOut = all.length - blobs.length;
  // Kysely types the greatest of nothing as a number as well.
  const greatest = last as number | null;
  return { ...state, lastSeq: greatest ?? state.after, operations: count, blobs, leftOut };
}

type Content = readonly [content: ParcelContent, bytes: Uint8Array];

/** What the parcel holds, in the order in which the centre needs it, a piece at a time. */
async function* contents(store: Store, chosen: Chosen): AsyncGenerator<Content> {
  const { deviceId } = store.identity;
  const { epoch, lastSeq, operations: waiting } = chosen;
  for (let { after } = chosen; after < lastSeq;) {
    const next = await operationsAfter(store.read, after, PART_CHARACTERS);
    // What was written since goes with the next parcel: the header says how much is in this one.
    const operations = next.filter(({ deviceSeq }) => deviceSeq <= lastSeq);
    after = operations.at(-1)?.deviceSeq ?? lastSeq;
    if (operations.length === 0) break;
    const request = { deviceId, epoch, waiting, operations };
    yield [{ type: 'operations', request }, new Uint8Array()];
  }
  for (const { entity, id, hash, sent, size } of chosen.blobs) {
    for (let offset = sent; offset < size;) {
      const bytes = await readBlob(store.read, hash, offset, LIMITS.blobChunkBytes);
      // The centre has had it meanwhile by another way.
      if (bytes.length === 0) break;
      yield [{ type: 'bytes', row: { entity, id }, hash, offset }, bytes];
      offset += bytes.length;
    }
  }
}

type Seal = (index: number, last: boolean, content: Content) => Uint8Array;

function sealerOf(key: DeskKey, secret: Uint8Array, headerHash: Uint8Array): Seal {
  return (index, last, [content, bytes]) => {
    const joined = joinContent(Buffer.from(JSON.stringify(content)), bytes);
    return sealedPart(sealPart(key, secret, headerHash, { index, last, content: joined }));
  };
}

/** The last one says that it is. */
async function* inParts(all: AsyncIterable<Content>, seal: Seal): AsyncGenerator<Uint8Array> {
  let index = 0;
  let waiting: Content | undefined;
  for await (const content of all) {
    if (waiting !== undefined) yield seal(index++, false, waiting);
    waiting = content;
  }
  if (waiting === undefined) throw parcelRefused('empty');
  yield seal(index, true, waiting);
}

async function discard(target: FileHandle, path: string): Promise<void> {
  await target.close();
  await rm(path, { force: true });
}

function storageOr(cause: unknown): unknown {
  const isFull = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
  return isFull ? new WorkbenchError('STORAGE_FULL') : cause;
}
