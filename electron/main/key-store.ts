import { Buffer } from 'node:buffer';

import type { SafeStorage } from 'electron';

import type { KeyStoreAnswer, KeyStoreRequest } from '../host-messages.ts';

type SystemStore = Pick<
  SafeStorage,
  | 'decryptStringAsync'
  | 'encryptStringAsync'
  | 'getSelectedStorageBackend'
  | 'isAsyncEncryptionAvailable'
>;

/**
 * Whether the system really keeps a secret. On Linux without a keyring Electron would wrap with a
 * password that stands in its source: that only looks like protection, so it counts as none.
 */
export function keepsSecrets(
  platform: string,
  backend: ReturnType<SafeStorage['getSelectedStorageBackend']>,
): boolean {
  return platform !== 'linux' || (backend !== 'basic_text' && backend !== 'unknown');
}

/** Answers the workbench; call it after the application is ready. Failures carry no detail. */
export async function answerKeyStore(
  store: SystemStore,
  request: KeyStoreRequest,
): Promise<KeyStoreAnswer> {
  try {
    const available = await isAvailable(store);
    if (request.operation === 'available') return { outcome: 'available', available };
    if (!available) return { outcome: 'failed' };
    const bytes =
      request.operation === 'seal'
        ? await store.encryptStringAsync(Buffer.from(request.bytes).toString('base64'))
        : Buffer.from(
            (await store.decryptStringAsync(Buffer.from(request.bytes))).result,
            'base64',
          );
    return { outcome: 'bytes', bytes: Uint8Array.from(bytes) };
  } catch {
    // the text of the error may describe the secret, and the caller can do nothing with it
    return { outcome: 'failed' };
  }
}

async function isAvailable(store: SystemStore): Promise<boolean> {
  if (process.platform === 'linux' && !keepsSecrets('linux', store.getSelectedStorageBackend())) {
    return false;
  }
  return await store.isAsyncEncryptionAvailable();
}
