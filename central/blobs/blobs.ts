import { createHash } from 'node:crypto';

import { sniffMediaType } from '#shared/domain/attachments/media-type.ts';
import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { BlobName } from '#shared/protocol/blobs.ts';
import { LIMITS } from '#shared/protocol/limits.ts';

import { type Principal, scopesOf } from '../access/access.ts';
import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import type { Viewer } from '../store/central-store.ts';
import type { RowKey, StoredRow } from '../store/records.ts';

type Parts = Pick<Centre, 'store' | 'clock'>;

/** A blob by the row that refers to it and that the officer may see. */
interface SeenBlob {
  readonly key: RowKey;
  readonly viewer: Viewer;
  readonly row: StoredRow;
  readonly size: number;
  /** Null where the row says nothing of it. */
  readonly mediaType: string | null;
}

/** How much of a blob is here. Throws NOT_FOUND. */
export async function blobState(
  parts: Parts,
  principal: Principal,
  name: BlobName,
): Promise<{ size: number; received: number }> {
  const { key, size } = await seenBlob(parts, principal, name);
  return { size, received: await parts.store.blobs.received(principal.zoneId, key) };
}

/**
 * Takes bytes of a blob from the desk that made its row. @returns from where to go on.
 * Throws NOT_FOUND, or INVALID_FIELD when there are too many or the whole is not what it is called.
 */
export async function putBlob(
  parts: Parts,
  principal: Principal,
  request: BlobName & { readonly offset: number; readonly bytes: string },
): Promise<{ received: number }> {
  const { blobs } = parts.store;
  const { zoneId, deviceId } = principal;
  const blob = await seenBlob(parts, principal, request);
  if (blob.row.row.createdBy !== deviceId) throw new CentralError('NOT_FOUND');
  const { key, size, viewer } = blob;
  const received = await blobs.received(zoneId, key);
  if (request.offset !== received || received === size) return { received };
  const bytes = Buffer.from(request.bytes, 'base64');
  if (received + bytes.length > size) throw refused('too-long');
  if (received + bytes.length === size) {
    const before = await blobs.read(viewer, key, 0, received);
    const problem = problemOf(Buffer.concat([before, bytes]), request.hash, blob.mediaType);
    if (problem !== undefined) {
      await blobs.discard(zoneId, key);
      throw refused(problem);
    }
  }
  return { received: await blobs.append(zoneId, key, received, bytes) };
}

/** Bytes of a blob that is here whole. Throws NOT_FOUND. */
export async function getBlob(
  parts: Parts,
  principal: Principal,
  request: BlobName & { readonly offset: number },
): Promise<{ size: number; bytes: string }> {
  const { key, size, viewer } = await seenBlob(parts, principal, request);
  const { blobs } = parts.store;
  if ((await blobs.received(principal.zoneId, key)) !== size) throw new CentralError('NOT_FOUND');
  const bytes = await blobs.read(viewer, key, request.offset, LIMITS.blobChunkBytes);
  return { size, bytes: Buffer.from(bytes).toString('base64') };
}

/** Whether there is no such row, or none that the officer may see, is not told. Throws NOT_FOUND. */
async function seenBlob(
  { store, clock }: Parts,
  principal: Principal,
  { row: key, hash }: BlobName,
): Promise<SeenBlob> {
  const day = dayOf(clock.now());
  const viewer = { ...principal, day };
  const [row, rights] = await store.read(viewer, async (snapshot) => [
    await snapshot.row(key),
    (await snapshot.outset()).rights,
  ]);
  const blob = rulesOf(key.entity)?.blob;
  const held = scopesOf(rights, day);
  const isSeen = row?.row.state === 'present' && row.scopes.some((scope) => held.has(scope));
  if (!isSeen || !blob || row.row.fields[blob.hash] !== hash) throw new CentralError('NOT_FOUND');
  const mediaType = blob.mediaType === null ? null : String(row.row.fields[blob.mediaType]);
  return { key, viewer, row, size: Number(row.row.fields[blob.size]), mediaType };
}

function problemOf(
  bytes: Uint8Array,
  hash: string,
  mediaType: string | null,
): 'other-hash' | 'other-type' | undefined {
  if (createHash('sha256').update(bytes).digest('hex') !== hash) return 'other-hash';
  return mediaType === null || sniffMediaType(bytes) === mediaType ? undefined : 'other-type';
}

function refused(reason: string): CentralError {
  return new CentralError('INVALID_FIELD', { field: 'bytes', reason });
}
