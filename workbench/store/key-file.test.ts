import { describe, expect, it } from 'vitest';

import { seededEntropy } from '../../tests/factories/test-store.ts';
import type { KeyStore } from '../ports/ports.ts';
import { unwrapKey, wrapKey } from './key-file.ts';

const entropy = seededEntropy(11);
const passphrase = 'vijf gele fietsen bij de sluis';

/** What a system's key store does, with a secret of its own; the real ones belong to their hosts. */
function keyStore(secret: number): KeyStore {
  const turn = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ secret);
  return {
    available: () => Promise.resolve(true),
    seal: (bytes) => Promise.resolve(turn(bytes)),
    unseal: (bytes) => Promise.resolve(turn(bytes)),
  };
}

describe('a wrapped key', () => {
  it('opens with its passphrase and not with another, nor as another officer’s', async () => {
    const key = entropy.bytes(32);
    const wrapped = await wrapKey(key, passphrase, 'noor', entropy, null);
    expect(wrapped.sealedByKeyStore).toBe(false);
    const opened = await unwrapKey(wrapped, passphrase, 'noor', null);
    expect(opened && Buffer.from(opened).equals(Buffer.from(key))).toBe(true);
    expect(await unwrapKey(wrapped, `${passphrase}.`, 'noor', null)).toBeUndefined();
    expect(await unwrapKey(wrapped, passphrase, 'samir', null)).toBeUndefined();
    expect(JSON.stringify(wrapped)).not.toContain(Buffer.from(key).toString('base64').slice(0, 20));
  });

  it('states how it was stretched, at the recommended cost, with a salt of its own each time', async () => {
    const first = await wrapKey(entropy.bytes(32), passphrase, 'noor', entropy, null);
    const second = await wrapKey(entropy.bytes(32), passphrase, 'noor', entropy, null);
    expect(first.kdf).toMatchObject({
      name: 'scrypt',
      cost: 131_072,
      blockSize: 8,
      parallelization: 1,
    });
    expect(first.kdf.salt).not.toBe(second.kdf.salt);
    expect(first.nonce).not.toBe(second.nonce);
  });

  it('is the same however the keyboard composes its letters', async () => {
    const wrapped = await wrapKey(
      entropy.bytes(32),
      'een ge\u00ebrfde fiets',
      'noor',
      entropy,
      null,
    );
    expect(await unwrapKey(wrapped, 'een gee\u0308rfde fiets', 'noor', null)).toBeDefined();
  });

  it('sealed by the system’s key store needs that store as well as the passphrase', async () => {
    const wrapped = await wrapKey(entropy.bytes(32), passphrase, 'noor', entropy, keyStore(0x5a));
    expect(wrapped.sealedByKeyStore).toBe(true);
    expect(await unwrapKey(wrapped, passphrase, 'noor', keyStore(0x5a))).toBeDefined();
    expect(await unwrapKey(wrapped, passphrase, 'noor', keyStore(0x21))).toBeUndefined();
    await expect(unwrapKey(wrapped, passphrase, 'noor', null)).rejects.toMatchObject({
      code: 'KEY_STORE_UNAVAILABLE',
    });
  });
});
