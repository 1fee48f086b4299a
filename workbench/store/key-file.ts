import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto';

import { z } from 'zod';

import { WorkbenchError } from '../errors.ts';
import type { Entropy, KeyStore } from '../ports/ports.ts';
import type { DataKey } from './open-database.ts';

/**
 * The data key, wrapped. The passphrase is stretched by scrypt (RFC 7914) and the result wraps the key
 * with AES-256-GCM; where the system has a key store, the wrapped key is sealed by it as well, so that
 * a stolen copy of the folder needs both. The parameters stand in the file: they can be raised later.
 */
export const wrappedKeySchema = z.object({
  version: z.literal(1),
  kdf: z.object({
    name: z.literal('scrypt'),
    /** Cost N, a power of two; memory is 128·N·r bytes. The bounds keep a forged file from exhausting the desk. */
    cost: z
      .number()
      .int()
      .min(2 ** 14)
      .max(2 ** 20),
    blockSize: z.number().int().min(8).max(16),
    parallelization: z.number().int().min(1).max(4),
    salt: z.base64(),
  }),
  nonce: z.base64(),
  wrapped: z.base64(),
  sealedByKeyStore: z.boolean(),
});
export type WrappedKey = z.infer<typeof wrappedKeySchema>;

/** OWASP's recommendation for scrypt: N = 2^17, r = 8, p = 1, that is 128 MiB and about a third of a second. */
const COST = 2 ** 17;
const BLOCK_SIZE = 8;
const PARALLELIZATION = 1;
const KEY_BYTES = 32;
const TAG_BYTES = 16;

/**
 * Wraps a data key.
 *
 * @param owner bound into the seal: the wrapped key of one officer does not open as another's.
 * @param keyStore seals it as well; null where there is none, and in backups, which must open elsewhere.
 */
export async function wrapKey(
  key: DataKey,
  passphrase: string,
  owner: string,
  entropy: Entropy,
  keyStore: KeyStore | null,
): Promise<WrappedKey> {
  const kdf = {
    name: 'scrypt' as const,
    cost: COST,
    blockSize: BLOCK_SIZE,
    parallelization: PARALLELIZATION,
    salt: toBase64(entropy.bytes(32)),
  };
  const nonce = entropy.bytes(12);
  const stretched = await stretch(passphrase, kdf);
  const cipher = createCipheriv('aes-256-gcm', stretched, nonce);
  cipher.setAAD(Buffer.from(owner));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  stretched.fill(0);
  const sealed = keyStore !== null && (await keyStore.available());
  return {
    version: 1,
    kdf,
    nonce: toBase64(nonce),
    wrapped: toBase64(sealed ? await keyStore.seal(wrapped) : wrapped),
    sealedByKeyStore: sealed,
  };
}

/**
 * The data key, or undefined when the passphrase is not the right one.
 * Throws KEY_STORE_UNAVAILABLE when the key is sealed and this system's store cannot open it.
 */
export async function unwrapKey(
  wrappedKey: WrappedKey,
  passphrase: string,
  owner: string,
  keyStore: KeyStore | null,
): Promise<DataKey | undefined> {
  const wrapped = await unseal(wrappedKey, keyStore);
  const stretched = await stretch(passphrase, wrappedKey.kdf);
  try {
    const decipher = createDecipheriv('aes-256-gcm', stretched, fromBase64(wrappedKey.nonce));
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG_BYTES));
    const key = Buffer.concat([
      decipher.update(wrapped.subarray(0, wrapped.length - TAG_BYTES)),
      decipher.final(),
    ]);
    return key.length === KEY_BYTES ? key : undefined;
  } catch {
    // GCM says only that the tag does not fit: for us, that the passphrase is another one.
    return undefined;
  } finally {
    stretched.fill(0);
  }
}

async function unseal(wrappedKey: WrappedKey, keyStore: KeyStore | null): Promise<Buffer> {
  const bytes = fromBase64(wrappedKey.wrapped);
  if (!wrappedKey.sealedByKeyStore) return bytes;
  if (keyStore === null || !(await keyStore.available())) {
    throw new WorkbenchError('KEY_STORE_UNAVAILABLE');
  }
  try {
    return Buffer.from(await keyStore.unseal(bytes));
  } catch {
    throw new WorkbenchError('KEY_STORE_UNAVAILABLE');
  }
}

/** Typed on one keyboard and read from another, a passphrase is the same: NFKC, as RFC 8265 asks. */
function stretch(passphrase: string, kdf: WrappedKey['kdf']): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      passphrase.normalize('NFKC'),
      fromBase64(kdf.salt),
      KEY_BYTES,
      {
        N: kdf.cost,
        r: kdf.blockSize,
        p: kdf.parallelization,
        maxmem: 128 * kdf.cost * kdf.blockSize + 64 * 1024 * 1024,
      },
      (error, derived) => (error ? reject(error) : resolve(derived)),
    );
  });
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64');
