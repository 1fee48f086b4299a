import { open } from 'node:fs/promises';

import type { TakenIn } from '#shared/contract/parcels.ts';
import type { Id } from '#shared/lib/ids.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import {
  type ParcelAnswer,
  parcelAnswerSchema,
  parcelHeaderSchema,
  receiptsHeaderSchema,
} from '#shared/protocol/parcel.ts';
import {
  type FileBytes,
  readSealedParts,
  readSealedStart,
  type SealedStart,
} from '#shared/protocol/sealed-file.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import {
  addParcelPart,
  findCarriedParcel,
  findMadeParcel,
  putCarriedParcel,
} from '../../store/repositories/parcel-repository.ts';
import { applyReceipts } from '../../sync/apply-receipts.ts';
import { isSignedPart, openReceipt, sha256 } from '../../sync/parcel-crypto.ts';
import { readMembership, topicsOf } from '../sync/index.ts';
import { parcelRefused, tellBroken } from './parcel-failure.ts';

/**
 * Takes in a file that somebody brought: a colleague's parcel, to be handed over at the next contact, or
 * the receipts of a parcel of this desk. The same file again changes nothing.
 *
 * Throws NOT_ENROLLED, or PARCEL_REFUSED with what is wrong; then nothing was changed.
 */
export async function takeIn(
  file: OpenFile,
  { uploadId }: { readonly uploadId: Id },
): Promise<TakenIn> {
  const upload = file.uploads.get(uploadId);
  if (upload.size > LIMITS.parcelBytes) throw parcelRefused('too-large');
  const membership = await readMembership(file.store.read);
  if (!membership?.enrolment) throw new WorkbenchError('NOT_ENROLLED');
  const { zoneId } = membership.enrolment;
  const handle = await open(upload.path, 'r');
  try {
    const bytes: FileBytes = {
      size: upload.size,
      async read(offset, length) {
        const buffer = Buffer.alloc(length);
        const { bytesRead } = await handle.read(buffer, 0, length, offset);
        return buffer.subarray(0, bytesRead);
      },
    };
    const start = await readSealedStart(bytes);
    return start.kind === 'PARCEL'
      ? await takeParcel(file, bytes, start, zoneId)
      : await takeReceipts(file, bytes, start, zoneId);
  } catch (cause) {
    throw tellBroken(cause);
  } finally {
    await handle.close();
  }
}

async function takeParcel(
  { store, announce }: OpenFile,
  bytes: FileBytes,
  start: SealedStart,
  zoneId: Id,
): Promise<TakenIn> {
  const header = parsed(parcelHeaderSchema, start.header);
  if (header.protocol > PROTOCOL_VERSION) throw parcelRefused('too-new');
  if (header.zoneId !== zoneId) throw parcelRefused('other-zone');
  if (header.deviceId === store.identity.deviceId) throw parcelRefused('own-parcel');
  const headerHash = sha256(start.header);
  const { parcelId, madeAt, operations, files } = header;
  const isNew = await store.write(async (handle) => {
    const known = await findCarriedParcel(handle.tables, parcelId);
    if (known === undefined) {
      await putCarriedParcel(handle, {
        id: parcelId,
        header: Buffer.from(start.header).toString('base64'),
        ...{ madeAt, operations, files },
        bytes: bytes.size,
        takenAt: store.clock.now(),
      });
    }
    for await (const part of readSealedParts(bytes, start)) {
      if (!isSignedPart(header.publicKey, headerHash, part)) throw parcelRefused('altered');
      if (known === undefined) await addParcelPart(handle, parcelId, part);
    }
    return known === undefined;
  });
  announce(['sync', 'outbox']);
  return { kind: 'parcel', operations, files, isNew };
}

async function takeReceipts(
  { store, announce }: OpenFile,
  bytes: FileBytes,
  start: SealedStart,
  zoneId: Id,
): Promise<TakenIn> {
  const header = parsed(receiptsHeaderSchema, start.header);
  if (header.zoneId !== zoneId) throw parcelRefused('other-zone');
  const made = await findMadeParcel(store.read, header.parcelId);
  if (made === undefined || header.deviceId !== store.identity.deviceId) {
    throw parcelRefused('other-desk');
  }
  const secret = Buffer.from(made.secret, 'base64url');
  const headerHash = Buffer.from(made.headerHash, 'hex');
  async function* answers(): AsyncGenerator<ParcelAnswer> {
    for await (const part of readSealedParts(bytes, start)) {
      let opened: Uint8Array;
      try {
        opened = openReceipt(secret, headerHash, part);
      } catch {
        throw parcelRefused('altered');
      }
      yield parsed(parcelAnswerSchema, opened);
    }
  }
  const applied = await store.write((handle) => applyReceipts(handle, store, made, answers));
  if (applied === undefined) throw parcelRefused('outdated');
  const { answered, entities, refused } = applied;
  announce(['sync', 'outbox', 'attachments', ...topicsOf(entities)]);
  return { kind: 'receipts', answered, refused };
}

interface Schema<Value> {
  safeParse(value: unknown): { readonly success: true; readonly data: Value } | { success: false };
}

function parsed<Value>(schema: Schema<Value>, bytes: Uint8Array): Value {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw parcelRefused('altered');
  }
  const result = schema.safeParse(value);
  if (!result.success) throw parcelRefused('altered');
  return result.data;
}
