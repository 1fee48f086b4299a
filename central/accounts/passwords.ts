import { argon2, timingSafeEqual } from 'node:crypto';

import { z } from 'zod';

/** OWASP's recommendation for Argon2id (RFC 9106): 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;

const storedSchema = z.tuple([
  z.literal(''),
  z.literal('argon2id'),
  z.literal('v=19'),
  z.string().regex(/^m=\d{4,7},t=\d{1,2},p=\d{1,2}$/),
  z.string().min(16),
  z.string().min(32),
]);

/** Hashes a password for storing, in the usual form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
  const tag = await stretch(password, salt, COST);
  const { memory, passes, parallelism } = COST;
  const base64 = (bytes: Uint8Array): string =>
    Buffer.from(bytes).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether the password is the one that was hashed. A text that is no hash matches nothing. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const parts = storedSchema.safeParse(stored.split('$'));
  // Somebody without an account must not be told so by a quick answer.
  const [, , , cost, salt, tag] = parts.data ?? ['', '', '', '', 'AAAAAAAAAAAAAAAAAAAAAA', ''];
  const numbers = [...cost.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const found = await stretch(password, Buffer.from(salt, 'base64'), {
    memory: numbers[0] ?? COST.memory,
    passes: numbers[1] ?? COST.passes,
    parallelism: numbers[2] ?? COST.parallelism,
  });
  const wanted = Buffer.from(tag, 'base64');
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}

function stretch(
  password: string,
  salt: Uint8Array,
  cost: { readonly memory: number; readonly passes: number; readonly parallelism: number },
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parameters = {
      message: password.normalize('NFC'),
      nonce: salt,
      tagLength: TAG_BYTES,
      ...cost,
    };
    argon2('argon2id', parameters, (failure, tag) => {
      if (failure) reject(failure);
      else resolve(tag);
    });
  });
}
