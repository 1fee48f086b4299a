import type { FileHandle } from 'node:fs/promises';

import { LIMITS } from '#shared/protocol/limits.ts';
import { type ReceiptsHeader, signedPart } from '#shared/protocol/parcel.ts';
import type { OUTCOMES } from '#shared/protocol/push.ts';
import {
  type FileBytes,
  readSealedParts,
  readSealedStart,
  SealedFileBroken,
  sealedPart,
  type SealedStart,
  sealedStart,
} from '#shared/protocol/sealed-file.ts';

import { signatureMatches } from '../accounts/secrets.ts';
import type { Centre } from '../ports.ts';
import { sha256 } from './parcel-crypto.ts';
import { answerPart, headerIn, type ParcelPart, refused } from './take-part.ts';

export interface ImportedParcel {
  readonly parcelId: string;
  readonly deviceId: string;
  readonly parts: number;
  /** What came of its operations; what was taken before counts again. */
  readonly outcomes: Readonly<Record<(typeof OUTCOMES)[number], number>>;
  /** Files of which bytes were not taken: nothing at the centre refers to them, or they are not what they are called. */
  readonly filesNotTaken: number;
  /** Why the rest was not looked at, as a code of the protocol; null when everything was. */
  readonly refused: string | null;
}

/**
 * Takes a parcel in from its file: looks first whether it is whole and as its desk signed it, and only then
 * does what it says, a part at a time. Throws PARCEL_REFUSED; then nothing was done.
 *
 * @param write gets the file of receipts, in order.
 */
export async function importParcel(
  centre: Centre,
  file: FileBytes,
  write: (bytes: Uint8Array) => Promise<unknown>,
): Promise<ImportedParcel> {
  if (file.size > LIMITS.parcelBytes) throw refused('too-large');
  const start = await unlessBroken(readSealedStart(file));
  if (start.kind !== 'PARCEL') throw refused('not-a-parcel');
  const { zoneId, deviceId, parcelId } = headerIn(start.header);
  const zones = await centre.store.directory.zones();
  if (!zones.some(({ id }) => id === zoneId)) throw refused('other-zone');
  await requireWhole(file, start);

  const about: ReceiptsHeader = { parcelId, zoneId, deviceId };
  await write(sealedStart('RECEIPTS', Buffer.from(JSON.stringify(about))));
  const outcomes = { accepted: 0, merged: 0, rejected: 0, quarantined: 0 };
  const notTaken = new Set<string>();
  let stopped: string | null = null;
  let parts = 0;
  for await (const part of signedParts(file, start)) {
    const { answer, response } = await answerPart(centre, zoneId, part);
    const { last, salt, sealed } = response;
    if (answer.type === 'operations') {
      for (const { outcome } of answer.results) outcomes[outcome] += 1;
    } else if (answer.type === 'bytes') {
      if (answer.received === null) notTaken.add(`${answer.row.id} ${answer.hash}`);
    } else stopped = answer.code;
    const [proof, bytes] = [Buffer.from(salt, 'base64'), Buffer.from(sealed, 'base64')];
    await write(sealedPart({ last, proof, sealed: bytes }));
    parts += 1;
    if (last) break;
  }
  return { parcelId, deviceId, parts, outcomes, filesNotTaken: notTaken.size, refused: stopped };
}

/** A file on the disk, read in pieces. */
export async function bytesOf(file: FileHandle): Promise<FileBytes> {
  const { size } = await file.stat();
  return {
    size,
    async read(offset, length) {
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      return bytes.subarray(0, bytesRead);
    },
  };
}

async function requireWhole(file: FileBytes, start: SealedStart): Promise<void> {
  const parts = signedParts(file, start);
  while (!(await parts.next()).done);
}

async function* signedParts(file: FileBytes, start: SealedStart): AsyncGenerator<ParcelPart> {
  const { publicKey } = headerIn(start.header);
  const headerHash = sha256(start.header).toString('hex');
  const header = Buffer.from(start.header).toString('base64');
  const parts = readSealedParts(file, start);
  for (;;) {
    const { done, value } = await unlessBroken(parts.next());
    if (done) return;
    const { index, last, proof, sealed } = value;
    const signature = Buffer.from(proof).toString('base64url');
    const signed = signedPart(headerHash, index, last, sha256(sealed).toString('hex'));
    if (!signatureMatches(publicKey, signed, signature)) throw refused('altered');
    yield { header, index, last, signature, sealed: Buffer.from(sealed).toString('base64') };
  }
}

async function unlessBroken<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    throw cause instanceof SealedFileBroken ? refused(cause.reason) : cause;
  }
}
