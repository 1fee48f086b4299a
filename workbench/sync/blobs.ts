import { sniffMediaType } from '#shared/domain/attachments/media-type.ts';
import type { Entity } from '#shared/domain/operations/operation.ts';
import type { Id } from '#shared/lib/ids.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import { WIRE } from '#shared/protocol/wire.ts';

import {
  appendBlob,
  blobState,
  dropBlob,
  hashOf,
  noteUpload,
  readBlob,
  waitingUploads,
} from '../store/repositories/blob-repository.ts';
import type { Store } from '../store/store.ts';
import { CentreError } from './centre.ts';
import type { HttpCentre } from './http-transport.ts';

/** What is asked of the centre about blobs. */
export type BlobCentre = Pick<HttpCentre, 'ask'>;

/** A blob by the row that refers to it. */
export interface BlobOfRow {
  readonly entity: Entity;
  readonly id: Id;
  readonly hash: string;
}

/**
 * Hands over the bytes of every row that the centre has taken or set aside, each from where it stopped, also
 * when the row has left this desk. What the centre does not take yet keeps waiting; what it takes for something else is never sent again, and stays here.
 * Throws CentreUnreachable, or the signal's reason.
 *
 * @param progressed called whenever the centre has more than before.
 */
export async function sendBlobs(
  store: Store,
  centre: BlobCentre,
  signal: AbortSignal,
  progressed: () => void,
): Promise<void> {
  for (const upload of await waitingUploads(store.read)) {
    try {
      await sendBlob(store, centre, upload, signal, progressed);
    } catch (cause) {
      if (!(cause instanceof CentreError)) throw cause;
      const isWrong = cause.code === 'INVALID_FIELD';
      if (isWrong) await store.write((handle) => noteUpload(handle, upload, 0, 'refused'));
      // A row that was withdrawn in the meantime, or a centre that has enough for now.
      if (!isWrong && cause.code !== 'NOT_FOUND') throw cause;
    }
  }
}

async function sendBlob(
  store: Store,
  centre: BlobCentre,
  upload: BlobOfRow,
  signal: AbortSignal,
  progressed: () => void,
): Promise<void> {
  const name = nameOf(store, upload);
  const known = await unlessAborted(signal, centre.ask(WIRE.blobState, name));
  const { size } = known;
  let { received } = known;
  for (;;) {
    const at = received;
    const isWhole = at >= size;
    await store.write((handle) => noteUpload(handle, upload, at, isWhole ? 'received' : 'waiting'));
    progressed();
    if (isWhole) return;
    const part = await readBlob(store.read, upload.hash, at, LIMITS.blobChunkBytes);
    const bytes = Buffer.from(part).toString('base64');
    const answer = await unlessAborted(
      signal,
      centre.ask(WIRE.blobPut, { ...name, offset: at, bytes }),
    );
    received = answer.received;
  }
}

/**
 * Fetches the bytes of a row from the centre, from where it stopped the last time. What does not have the
 * hash, or is not of the type that the row says, is thrown away. Throws CentreUnreachable, CentreError, the
 * signal's reason, or BlobDiffers.
 */
export async function fetchBlob(
  store: Store,
  centre: BlobCentre,
  blob: BlobOfRow & { readonly mediaType: string | null },
  signal: AbortSignal,
  progressed: () => void,
): Promise<void> {
  const name = nameOf(store, blob);
  let received = (await blobState(store.read, blob.hash))?.received ?? 0;
  for (;;) {
    const request = { ...name, offset: received };
    const { size, bytes } = await unlessAborted(signal, centre.ask(WIRE.blobGet, request));
    const part = Buffer.from(bytes, 'base64');
    const at = received;
    if (part.length === 0 && at < size) throw new BlobDiffers();
    const isRight = await store.write(async (handle) => {
      await appendBlob(handle, blob.hash, size, at, part);
      if (at + part.length < size) return true;
      const whole = await readBlob(handle.tables, blob.hash, 0, size);
      if (isWhatItIsCalled(whole, blob)) return true;
      await dropBlob(handle, blob.hash);
      return false;
    });
    progressed();
    if (!isRight) throw new BlobDiffers();
    received = at + part.length;
    if (received >= size) return;
  }
}

/** The centre gave other bytes than the row names. */
export class BlobDiffers extends Error {
  override readonly name = 'BlobDiffers';
}

function nameOf({ identity }: Store, { entity, id, hash }: BlobOfRow) {
  return { deviceId: identity.deviceId, row: { entity, id }, hash };
}

function isWhatItIsCalled(
  bytes: Uint8Array,
  { hash, mediaType }: { readonly hash: string; readonly mediaType: string | null },
): boolean {
  return hashOf(bytes) === hash && (mediaType === null || sniffMediaType(bytes) === mediaType);
}

/** Does not wait for an answer that nobody needs any more: the file is about to close. */
export function unlessAborted<Value>(signal: AbortSignal, answer: Promise<Value>): Promise<Value> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(new Aborted());
  signal.addEventListener('abort', onAbort, { once: true });
  return Promise.race([answer, promise]).finally(() => {
    signal.removeEventListener('abort', onAbort);
  });
}

class Aborted extends Error {
  override readonly name = 'AbortError';
}
