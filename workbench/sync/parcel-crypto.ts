import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  sign,
  verify,
} from 'node:crypto';

import { PARCEL_INFO, type ParcelKey, partNonce, signedPart } from '#shared/protocol/parcel.ts';
import type { SealedPart } from '#shared/protocol/sealed-file.ts';

import type { DeskKey } from './desk-key.ts';

const TAG_BYTES = 16;

/** What a parcel is sealed with. */
export interface ParcelSecret {
  /** Public half of the key pair made for it alone (X25519), raw, base64url. */
  readonly ephemeralKey: string;
  /** What this desk and the centre know of it, and nobody else. */
  readonly secret: Buffer;
}

/** Agrees with the centre's key on a secret for one parcel (X25519, RFC 7748). */
export function makeParcelSecret(centre: ParcelKey): ParcelSecret {
  const own = generateKeyPairSync('x25519');
  const theirs = createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: centre.publicKey },
    format: 'jwk',
  });
  return {
    ephemeralKey: String(own.publicKey.export({ format: 'jwk' }).x),
    secret: diffieHellman({ privateKey: own.privateKey, publicKey: theirs }),
  };
}

export function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Seals a part for the centre and signs it as this desk. */
export function sealPart(
  desk: DeskKey,
  secret: Uint8Array,
  headerHash: Uint8Array,
  part: { readonly index: number; readonly last: boolean; readonly content: Uint8Array },
): Omit<SealedPart, 'index'> {
  const { index, last } = part;
  const key = derived(secret, headerHash, PARCEL_INFO.content);
  const sealing = createCipheriv('aes-256-gcm', key, partNonce(index, last));
  const sealed = Buffer.concat([
    sealing.update(part.content),
    sealing.final(),
    sealing.getAuthTag(),
  ]);
  const privateKey = createPrivateKey({
    key: Buffer.from(desk.privateKey, 'base64url'),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    last,
    sealed,
    proof: sign(null, textOf(headerHash, { index, last, sealed }), privateKey),
  };
}

/** Whether the desk with this key made the part, for this place. @param publicKey raw, base64url. */
export function isSignedPart(publicKey: string, headerHash: Uint8Array, part: SealedPart): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  return verify(null, textOf(headerHash, part), key, part.proof);
}

/** What the centre said to a part. Throws when it is not as the centre sealed it, for this place. */
export function openReceipt(secret: Uint8Array, headerHash: Uint8Array, part: SealedPart): Buffer {
  const { index, last, proof: salt, sealed } = part;
  const key = derived(secret, Buffer.concat([headerHash, salt]), PARCEL_INFO.receipts);
  const opening = createDecipheriv('aes-256-gcm', key, partNonce(index, last));
  opening.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([opening.update(sealed.subarray(0, -TAG_BYTES)), opening.final()]);
}

function textOf(
  headerHash: Uint8Array,
  { index, last, sealed }: Pick<SealedPart, 'index' | 'last' | 'sealed'>,
): Buffer {
  const hash = Buffer.from(headerHash).toString('hex');
  return Buffer.from(signedPart(hash, index, last, sha256(sealed).toString('hex')));
}

function derived(secret: Uint8Array, salt: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, 32));
}
