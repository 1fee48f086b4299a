import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';

import { type SignedPurpose, signedText } from '#shared/protocol/account.ts';

/** The key pair by which the centre knows this desk (Ed25519, RFC 8032). It lies in the encrypted file. */
export interface DeskKey {
  /** Raw, base64url. */
  readonly publicKey: string;
  /** PKCS #8, base64url. Never in a log or a message. */
  readonly privateKey: string;
}

export function makeDeskKey(): DeskKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: String(publicKey.export({ format: 'jwk' }).x),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  };
}

/** The desk's signature over what the centre gave it to sign. */
export function signChallenge(
  key: DeskKey,
  purpose: SignedPurpose,
  deviceId: string,
  nonce: string,
): string {
  const privateKey = createPrivateKey({
    key: Buffer.from(key.privateKey, 'base64url'),
    format: 'der',
    type: 'pkcs8',
  });
  return sign(null, Buffer.from(signedText(purpose, deviceId, nonce)), privateKey).toString(
    'base64url',
  );
}
