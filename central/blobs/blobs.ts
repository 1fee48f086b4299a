import { createHash } from 'node:crypto';

import { sniffMediaType } from '#shared/domain/attachments/media-type.ts';
import { rulesOf } from '#shared/domain/operations/entity-registry.ts';
import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { BlobName } from '#shared/protocol/blobs.ts';
import { LIMITS } from '#shared/protocol/limits.ts';

import { JUDGEMENT, type Judgement, type Principal } from '../access/access.ts';
import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import type { BlobPlace } from '../store/blob-store.ts';
import type { Viewer } from '../store/central-store.ts';
import type { RowKey } from '../store/records.ts';

type Parts = Pick<Centre, 'store' | 'clock'>;
/** What tells whether an officer sees the row that names a blob. */
type Seeing = Pick<Judgement, 'scopesOf'>;

/** What is said of a blob. */
interface NamedBlob {
  readonly size: number;
  /** Null where nothing is said of it. */
  readonly mediaType: string | null;
}

/** A blob by the row that refers to it and that the officer may see. */
interface SeenBlob extends NamedBlob {
  readonly place: RowKey;
  readonly viewer: Viewer;
}

/** A blob that a desk is to hand over. */
interface OwnBlob extends NamedBlob {
  readonly place: BlobPlace;
}

/** How much of a blob is here. Throws NOT_FOUND. */
export async function blobState(
  parts: Parts,
  principal: Principal,
  name: BlobName,
  seeing: Seeing = JUDGEMENT,
): Promise<{ size: number; received: number }> {
  const blob =
    (await ownBlob(parts, principal, name)) ?? (await seenBlob(parts, principal, name, seeing));
  const { place, size } = blob;
  return { size, received: await parts.store.blobs.received(principal.zoneId, place) };
}

/**
 * Takes bytes of a blob from the desk that made its row, or whose row is set aside: what it has is nowhere
 * else, whether its officer may see the row today or not. @returns from where to go on.
 * Throws NOT_FOUND, or INVALID_FIELD when there are too many or the whole is not what it is called.
 */
export async function putBlob(
  parts: Parts,
  principal: Principal,
  request: BlobName & { readonly offset: number; readonly bytes: string },
): Promise<{ received: number }> {
  const { blobs } = parts.store;
  const { zoneId } = principal;
  const blob = await ownBlob(parts, principal, request);
  if (blob === undefined) throw new CentralError('NOT_FOUND');
  const { place, size, mediaType } = blob;
  const received = await blobs.received(zoneId, place);
  if (request.offset !== received || received === size) return { received };
  const bytes = Buffer.from(request.bytes, 'base64');
  if (received + bytes.length > size) throw refused('too-long');
  if (received + bytes.length === size) {
    const before = await blobs.kept(zoneId, place);
    const problem = problemOf(Buffer.concat([before, bytes]), request.hash, mediaType);
    if (problem !== undefined) {
      await blobs.discard(zoneId, place);
      throw refused(problem);
    }
  }
  return { received: await blobs.append(zoneId, place, received, bytes) };
}

/** Bytes of a blob that is here whole. Throws NOT_FOUND. */
export async function getBlob(
  parts: Parts,
  principal: Principal,
  request: BlobName & { readonly offset: number },
  seeing: Seeing = JUDGEMENT,
): Promise<{ size: number; bytes: string }> {
  const { place, size, viewer } = await seenBlob(parts, principal, request, seeing);
  const { blobs } = parts.store;
  if ((await blobs.received(principal.zoneId, place)) !== size) throw new CentralError('NOT_FOUND');
  const bytes = await blobs.read(viewer, place, request.offset, LIMITS.blobChunkBytes);
  return { size, bytes: Buffer.from(bytes).toString('base64') };
}

/** A blob that this desk announced and is to hand over. */
async function ownBlob(
  { store }: Pick<Parts, 'store'>,
  { zoneId, deviceId }: Principal,
  { row: key, hash }: BlobName,
): Promise<OwnBlob | undefined> {
  for (const { place, fields } of await store.blobs.announced(zoneId, deviceId, key)) {
    const blob = blobIn(key, fields, hash);
    if (blob !== undefined) return { ...blob, place };
  }
  return undefined;
}

/** Whether there is no such row, or none that the officer may see, is not told. Throws NOT_FOUND. */
async function seenBlob(
  { store, clock }: Parts,
  principal: Principal,
  { row: key, hash }: BlobName,
  { scopesOf }: Seeing,
): Promise<SeenBlob> {
  const day = dayOf(clock.now());
  const viewer = { ...principal, day };
  const [row, rights] = await store.read(viewer, async (snapshot) => [
    await snapshot.row(key),
    (await snapshot.outset()).rights,
  ]);
  const held = scopesOf(rights, day);
  const isSeen = row?.row.state === 'present' && row.scopes.some((scope) => held.has(scope));
  const blob = isSeen ? blobIn(key, row.row.fields, hash) : undefined;
  if (blob === undefined) throw new CentralError('NOT_FOUND');
  return { ...blob, place: key, viewer };
}

/** What these fields say of the blob of this hash. Of a row that is set aside nobody has judged them yet. */
function blobIn({ entity }: RowKey, fields: Fields, hash: string): NamedBlob | undefined {
  const rules = rulesOf(entity);
  const names = rules?.blob;
  if (!rules || !names || fields[names.hash] !== hash) return undefined;
  const isRight = (name: string | null): boolean =>
    name === null || rules.fields[name]?.schema.safeParse(fields[name]).success === true;
  if (!isRight(names.size) || !isRight(names.mediaType)) return undefined;
  const mediaType = names.mediaType === null ? null : String(fields[names.mediaType]);
  return { size: Number(fields[names.size]), mediaType };
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
