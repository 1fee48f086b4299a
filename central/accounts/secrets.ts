import { createHash, createPublicKey, verify } from 'node:crypto';

import { type Id, idSchema } from '#shared/lib/ids.ts';

/** What is stored of a token, a challenge or a code: whoever reads the database cannot use it. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/**
 * A token or a challenge: the 16 bytes of a zone's id and 16 random ones, as 43 characters. Whoever gets it back knows
 * by that where to look, and desks see no difference from 32 random bytes. 128 random bits are not guessed.
 */
export function makeSecret(zoneId: Id, random: (bytes: number) => Uint8Array): string {
  const zone = Buffer.from(zoneId.replaceAll('-', ''), 'hex');
  return Buffer.concat([zone, random(16)]).toString('base64url');
}

/**
 * The zone that a token or a challenge names; undefined for what is neither. Anybody can write one that names any zone:
 * it says where to look for the hash of the whole string, and nothing more.
 */
export function zoneOf(secret: string): Id | undefined {
  if (!/^[\w-]{43}$/.test(secret)) return undefined;
  const zone = Buffer.from(secret, 'base64url')
    .toString('hex', 0, 16)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return idSchema.safeParse(zone).data;
}

/** Without letters that look like digits: people copy it from paper. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A one-time code to be written down: 16 letters and digits in groups of four, 79 bits. */
export function makeCode(random: (bytes: number) => Uint8Array): string {
  const letters: string[] = [];
  while (letters.length < 16) {
    for (const byte of random(32)) {
      // 248 is the largest multiple of 31 in a byte: every letter is as likely as the others.
      if (byte < 248 && letters.length < 16) letters.push(CODE_LETTERS[byte % 31] ?? '');
    }
  }
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as it was typed: without the hyphens and in capitals. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** Ed25519 (RFC 8032); a key or signature that is none does not match. */
export function signatureMatches(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: publicKey },
      format: 'jwk',
    });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
