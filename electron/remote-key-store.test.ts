import { describe, expect, test } from 'vitest';

import type { KeyStoreAnswer, KeyStoreRequest } from './host-messages.ts';
import { createRemoteKeyStore } from './remote-key-store.ts';

const SECRET = Uint8Array.of(1, 2, 3);

function connected(answer: (request: KeyStoreRequest) => KeyStoreAnswer) {
  const store = createRemoteKeyStore((id, request) => {
    queueMicrotask(() => {
      store.answered(id, answer(request));
    });
  });
  return store;
}

describe('the key store at the other end of a message port', () => {
  test('seals and unseals', async () => {
    const store = connected((request) =>
      request.operation === 'available'
        ? { outcome: 'available', available: true }
        : { outcome: 'bytes', bytes: request.bytes.toReversed() },
    );
    expect(await store.available()).toBe(true);
    expect(await store.unseal(await store.seal(SECRET))).toEqual(SECRET);
  });

  test('answers reach the call they belong to', async () => {
    const sent: { id: number; request: KeyStoreRequest }[] = [];
    const store = createRemoteKeyStore((id, request) => sent.push({ id, request }));
    const first = store.seal(Uint8Array.of(1));
    const second = store.seal(Uint8Array.of(2));
    for (const { id, request } of sent.toReversed()) {
      if (request.operation === 'seal')
        store.answered(id, { outcome: 'bytes', bytes: request.bytes });
    }
    expect(await first).toEqual(Uint8Array.of(1));
    expect(await second).toEqual(Uint8Array.of(2));
  });

  test('a failure rejects, and is never a key', async () => {
    const store = connected(() => ({ outcome: 'failed' }));
    expect(await store.available()).toBe(false);
    await expect(store.seal(SECRET)).rejects.toThrow('could not seal');
    await expect(store.unseal(SECRET)).rejects.toThrow('could not unseal');
  });

  test('an answer that nobody waits for is an error', () => {
    const store = createRemoteKeyStore(() => undefined);
    expect(() => {
      store.answered(7, { outcome: 'failed' });
    }).toThrow();
  });
});
