import { randomBytes } from 'node:crypto';

import type { Clock, Entropy, KeyStore } from '../ports/ports.ts';

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  monotonic: () => performance.now(),
};

export const systemEntropy: Entropy = {
  bytes: (count) => new Uint8Array(randomBytes(count)),
};

/** For systems without a key store: the passphrase alone guards the file. */
export const noKeyStore: KeyStore = {
  available: () => Promise.resolve(false),
  seal: () => Promise.reject(new Error('this system has no key store')),
  unseal: () => Promise.reject(new Error('this system has no key store')),
};
