import { LIMITS } from './limits.ts';
import type { ParcelReason } from './parcel.ts';

/**
 * The form of a parcel and of its receipts as a file: a line that names the kind and the version, the
 * length of the header (unsigned 32 bits, big endian), the header, then the parts. Each part is its length
 * (32 bits), whether it is the last one (8 bits), 64 bytes that prove it, and what is sealed.
 */
const KINDS = ['PARCEL', 'RECEIPTS'] as const;
export type SealedKind = (typeof KINDS)[number];

const VERSION = 1;
/** Bytes that are enough to see what a file is. */
const START_BYTES = 64;
const PROOF_BYTES = 64;
const BEFORE_SEALED = 4 + 1 + PROOF_BYTES;
/** Of the seal of AES-GCM. */
const TAG_BYTES = 16;

/** The file is none of ours, or not whole. */
export class SealedFileBroken extends Error {
  override readonly name = 'SealedFileBroken';
  readonly reason: ParcelReason;

  constructor(reason: ParcelReason) {
    super(reason);
    this.reason = reason;
  }
}

/** A file to be read in pieces. */
export interface FileBytes {
  /** Bytes. */
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

export interface SealedStart {
  readonly kind: SealedKind;
  readonly header: Uint8Array;
  /** Where the parts begin. */
  readonly offset: number;
}

export interface SealedPart {
  readonly index: number;
  readonly last: boolean;
  /** A signature, or a salt. */
  readonly proof: Uint8Array;
  readonly sealed: Uint8Array;
}

/** Throws SealedFileBroken: not-a-parcel, too-new, torn, altered. */
export async function readSealedStart(file: FileBytes): Promise<SealedStart> {
  const first = await file.read(0, Math.min(START_BYTES, file.size));
  const end = first.indexOf(10);
  const line = String.fromCharCode(...first.subarray(0, Math.max(0, end)));
  const [, name, version] = /^WIJKWERK (PARCEL|RECEIPTS) (\d{1,6})$/.exec(line) ?? [];
  const kind = KINDS.find((known) => known === name);
  if (kind === undefined) throw new SealedFileBroken('not-a-parcel');
  if (Number(version) > VERSION) throw new SealedFileBroken('too-new');
  if (Number(version) < VERSION) throw new SealedFileBroken('altered');
  const at = end + 1;
  const length = lengthIn(await whole(file, at, 4));
  if (length > LIMITS.parcelHeaderBytes) throw new SealedFileBroken('altered');
  const header = await whole(file, at + 4, length);
  return { kind, header, offset: at + 4 + length };
}

/** The parts in their order, one at a time. Throws SealedFileBroken: torn, altered. */
export async function* readSealedParts(
  file: FileBytes,
  start: SealedStart,
): AsyncGenerator<SealedPart> {
  const largest = start.kind === 'PARCEL' ? LIMITS.parcelPartBytes : LIMITS.receiptPartBytes;
  let { offset } = start;
  for (let index = 0; index <= LIMITS.parcelParts; index++) {
    const before = await whole(file, offset, BEFORE_SEALED);
    const length = lengthIn(before);
    const flag = before[4];
    if (length <= TAG_BYTES || length > largest || (flag !== 0 && flag !== 1)) {
      throw new SealedFileBroken('altered');
    }
    const sealed = await whole(file, offset + BEFORE_SEALED, length);
    offset += BEFORE_SEALED + length;
    yield { index, last: flag === 1, proof: before.subarray(5), sealed };
    if (flag === 0) continue;
    if (offset !== file.size) throw new SealedFileBroken('altered');
    return;
  }
  throw new SealedFileBroken('altered');
}

export function sealedStart(kind: SealedKind, header: Uint8Array): Uint8Array {
  const line = Uint8Array.from(`WIJKWERK ${kind} ${VERSION}\n`, (sign) => sign.charCodeAt(0));
  return joined(line, lengthOf(header.length), header);
}

export function sealedPart({ last, proof, sealed }: Omit<SealedPart, 'index'>): Uint8Array {
  if (proof.length !== PROOF_BYTES) throw new Error('a proof has 64 bytes');
  return joined(lengthOf(sealed.length), Uint8Array.of(last ? 1 : 0), proof, sealed);
}

/** What is sealed in a part: JSON, and bytes behind it. */
export function joinContent(json: Uint8Array, bytes: Uint8Array): Uint8Array {
  return joined(lengthOf(json.length), json, bytes);
}

/** Throws SealedFileBroken: altered. */
export function splitContent(content: Uint8Array): readonly [json: Uint8Array, bytes: Uint8Array] {
  const end = content.length < 4 ? Infinity : 4 + lengthIn(content);
  if (end > content.length) throw new SealedFileBroken('altered');
  return [content.subarray(4, end), content.subarray(end)];
}

async function whole(file: FileBytes, offset: number, length: number): Promise<Uint8Array> {
  if (offset + length > file.size) throw new SealedFileBroken('torn');
  const bytes = await file.read(offset, length);
  if (bytes.length < length) throw new SealedFileBroken('torn');
  return bytes;
}

function lengthIn(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}

function lengthOf(length: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, length);
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
