import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto';

import {
  PARCEL_INFO,
  type ParcelHeader,
  type ParcelPartResponse,
  partNonce,
} from '#shared/protocol/parcel.ts';

import type { ParcelKeyRecord } from '../store/records.ts';

const TAG_BYTES = 16;

/** A key pair for parcels (X25519). */
export function makeParcelKeys(): Pick<ParcelKeyRecord, 'publicKey' | 'privateKey'> {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: String(publicKey.export({ format: 'jwk' }).x),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  };
}

export function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** What the desk that made the parcel and this centre know, and nobody else. Throws on a key that is none. */
export function sharedSecret(
  key: Pick<ParcelKeyRecord, 'privateKey'>,
  { ephemeralKey }: Pick<ParcelHeader, 'ephemeralKey'>,
): Buffer {
  return diffieHellman({
    privateKey: createPrivateKey({
      key: Buffer.from(key.privateKey, 'base64url'),
      format: 'der',
      type: 'pkcs8',
    }),
    publicKey: createPublicKey({
      key: { kty: 'OKP', crv: 'X25519', x: ephemeralKey },
      format: 'jwk',
    }),
  });
}

/** What a part holds. Throws when it is not as it was sealed, for this place under this header. */
export function openPart(
  secret: Uint8Array,
  headerHash: Uint8Array,
  part: { readonly index: number; readonly last: boolean; readonly sealed: Uint8Array },
): Buffer {
  const key = derived(secret, headerHash, PARCEL_INFO.content);
  const nonce = partNonce(part.index, part.last);
  const opening = createDecipheriv('aes-256-gcm', key, nonce);
  opening.setAuthTag(part.sealed.subarray(-TAG_BYTES));
  return Buffer.concat([opening.update(part.sealed.subarray(0, -TAG_BYTES)), opening.final()]);
}

/**
 * Seals a receipt for the desk that made the parcel. Each has a key of its own, by a salt: the same part
 * may be answered more than once, and not always alike.
 */
export function sealReceipt(
  secret: Uint8Array,
  headerHash: Uint8Array,
  receipt: { readonly index: number; readonly last: boolean; readonly answer: Uint8Array },
  salt: Uint8Array,
): ParcelPartResponse {
  const { index, last, answer } = receipt;
  const key = derived(secret, Buffer.concat([headerHash, salt]), PARCEL_INFO.receipts);
  const sealing = createCipheriv('aes-256-gcm', key, partNonce(index, last));
  const sealed = [sealing.update(answer), sealing.final(), sealing.getAuthTag()];
  return {
    last,
    salt: Buffer.from(salt).toString('base64'),
    sealed: Buffer.concat(sealed).toString('base64'),
  };
}

function derived(secret: Uint8Array, salt: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, 32));
}
