import { z } from 'zod';

import { hashSchema } from '../domain/attachments/attachment.ts';
import {
  entityNameSchema,
  epochSchema,
  idSchema,
  instantSchema,
  publicKeySchema,
  signatureSchema,
} from './basics.ts';
import { jsonEndpoint } from './json-endpoint.ts';
import { LIMITS } from './limits.ts';
import { operationResultSchema, pushRequestSchema } from './push.ts';

/**
 * A parcel: what a desk without a line hands over in a file. The desk seals each part for the zone's centre
 * and signs it; the centre answers each part with a receipt that only that desk can open. How both are
 * sealed is said in docs/adr/0040-parcels-sealed-part-by-part.md.
 */

/** Why a file, or a part of one, is not taken. */
export const PARCEL_REASONS = [
  /** Something else than a parcel or receipts. */
  'not-a-parcel',
  /** Cut short. */
  'torn',
  /** Not as it was signed or sealed. */
  'altered',
  /** Made by a newer Wijkwerk. */
  'too-new',
  /** Larger than a parcel may be. */
  'too-large',
  /** Of another zone. */
  'other-zone',
  /** The centre knows no such desk, or knows it by another key. */
  'unknown-desk',
  /** The desk that made it was shut out. */
  'revoked',
  /** Sealed for a key that the centre does not have. */
  'unknown-key',
  /** A desk does not carry what it made itself. */
  'own-parcel',
  /** Receipts of a parcel that this file did not make. */
  'other-desk',
  /** The centre was restored since; the next receipts, or the next line, count. */
  'outdated',
  /** Nothing waits for the centre. */
  'empty',
] as const;
export type ParcelReason = (typeof PARCEL_REASONS)[number];

export function isParcelReason(text: string | undefined): text is ParcelReason {
  return PARCEL_REASONS.some((reason) => reason === text);
}

/** The public half (X25519, RFC 7748) of the key that a centre opens parcels with. */
export const parcelKeySchema = z.object({ id: idSchema, publicKey: publicKeySchema });
export type ParcelKey = z.infer<typeof parcelKeySchema>;

/** What can be read on a parcel without any key. It is sealed with every part. */
export const parcelHeaderSchema = z.object({
  parcelId: idSchema,
  zoneId: idSchema,
  deviceId: idSchema,
  /** The desk's own key (Ed25519): by it whoever carries the parcel sees that it is whole. */
  publicKey: publicKeySchema,
  /** Which of the centre's keys it is sealed for. */
  keyId: idSchema,
  /** The public half of a key pair that was made for this parcel alone (X25519). */
  ephemeralKey: publicKeySchema,
  /** Version of the wire that what is inside speaks. */
  protocol: z.number().int().min(1).max(1_000_000),
  madeAt: instantSchema,
  operations: z.number().int().min(0).max(1_000_000_000),
  files: z.number().int().min(0).max(1_000_000),
});
export type ParcelHeader = z.infer<typeof parcelHeaderSchema>;

/** What can be read on receipts without any key. */
export const receiptsHeaderSchema = parcelHeaderSchema.pick({
  parcelId: true,
  zoneId: true,
  deviceId: true,
});
export type ReceiptsHeader = z.infer<typeof receiptsHeaderSchema>;

const rowSchema = z.object({ entity: entityNameSchema, id: idSchema });
const offsetSchema = z.number().int().min(0).max(LIMITS.blobBytes);

/** What a part holds; the bytes of a file stand behind it. */
export const parcelContentSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('operations'), request: pushRequestSchema }),
  z.object({ type: z.literal('bytes'), row: rowSchema, hash: hashSchema, offset: offsetSchema }),
]);
export type ParcelContent = z.infer<typeof parcelContentSchema>;

/** What the centre says to a part. */
export const parcelAnswerSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('operations'),
    epoch: epochSchema,
    lastDeviceSeq: z.number().int().min(0),
    results: z.array(operationResultSchema).max(LIMITS.operationsPerPush),
  }),
  z.object({
    type: z.literal('bytes'),
    epoch: epochSchema,
    row: rowSchema,
    hash: hashSchema,
    /** How much of it the centre has now; null where it does not take it. */
    received: offsetSchema.nullable(),
  }),
  /** It stops here: what a push would have been answered. */
  z.object({
    type: z.literal('refused'),
    epoch: epochSchema,
    code: z.string().max(40),
    expected: z.number().int().min(0).nullable(),
  }),
]);
export type ParcelAnswer = z.infer<typeof parcelAnswerSchema>;

const sealedBytes = (bytes: number) =>
  z
    .base64()
    .min(4)
    .max(Math.ceil(bytes / 3) * 4);

/**
 * One part of a parcel, brought by any desk of the zone. Brought again it gets the same outcomes.
 * PARCEL_REFUSED with one of PARCEL_REASONS: then nothing of it was done.
 */
export const parcelPartRequestSchema = z.object({
  /** The desk that brings it. */
  deviceId: idSchema,
  header: sealedBytes(LIMITS.parcelHeaderBytes),
  index: z.number().int().min(0).max(LIMITS.parcelParts),
  last: z.boolean(),
  signature: signatureSchema,
  sealed: sealedBytes(LIMITS.parcelPartBytes),
});
export type ParcelPartRequest = z.infer<typeof parcelPartRequestSchema>;

export const parcelPartResponseSchema = z.object({
  /** No further part is wanted. */
  last: z.boolean(),
  salt: sealedBytes(64),
  sealed: sealedBytes(LIMITS.receiptPartBytes),
});
export type ParcelPartResponse = z.infer<typeof parcelPartResponseSchema>;

export const PARCEL_WIRE = {
  parcelPart: {
    ...jsonEndpoint(
      'parcels/part',
      'Hand over a part of another desk’s parcel',
      parcelPartRequestSchema,
      parcelPartResponseSchema,
    ),
    bytes: LIMITS.parcelRequestBytes,
  },
} as const;

/** What a desk signs of a part. @param sealedHash SHA-256 of the sealed bytes, in hexadecimal. */
export function signedPart(
  headerHash: string,
  index: number,
  last: boolean,
  sealedHash: string,
): string {
  return `wijkwerk-1 parcel ${headerHash} ${index} ${last ? 'last' : 'more'} ${sealedHash}`;
}

/** What the keys of a parcel are derived for (HKDF-SHA-256, RFC 5869). */
export const PARCEL_INFO = {
  content: 'wijkwerk-1 parcel content',
  receipts: 'wijkwerk-1 parcel receipts',
} as const;

/**
 * The nonce of a part, 12 bytes: its place, and whether it is the last one, so that no part can be moved,
 * left out or cut off (STREAM; Hoang, Reyhanitabar, Rogaway, Vizár, 2015).
 */
export function partNonce(index: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  nonce[0] = last ? 1 : 0;
  new DataView(nonce.buffer).setUint32(8, index);
  return nonce;
}
