import type { KeyStoreAnswer, KeyStoreRequest } from './host-messages.ts';

type Send = (id: number, request: KeyStoreRequest) => void;

/** The shape of the workbench's key store port. */
export interface RemoteKeyStore {
  available(): Promise<boolean>;
  seal(secret: Uint8Array): Promise<Uint8Array>;
  unseal(sealed: Uint8Array): Promise<Uint8Array>;
  /** Hand in an answer of the main process. Throws when nothing waits for it. */
  answered(id: number, answer: KeyStoreAnswer): void;
}

/**
 * The system's key store as the workbench process sees it: the main process alone may touch it, so
 * each call is a message and an answer with the same number.
 */
export function createRemoteKeyStore(send: Send): RemoteKeyStore {
  const waiting = new Map<number, (answer: KeyStoreAnswer) => void>();
  let lastId = 0;

  function ask(request: KeyStoreRequest): Promise<KeyStoreAnswer> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      send(id, request);
    });
  }
  async function askForBytes(operation: 'seal' | 'unseal', bytes: Uint8Array): Promise<Uint8Array> {
    const answer = await ask({ operation, bytes });
    if (answer.outcome !== 'bytes') throw new Error(`the key store could not ${operation}`);
    return answer.bytes;
  }
  return {
    available: async () => {
      const answer = await ask({ operation: 'available' });
      return answer.outcome === 'available' && answer.available;
    },
    seal: (secret) => askForBytes('seal', secret),
    unseal: (sealed) => askForBytes('unseal', sealed),
    answered: (id, answer) => {
      const resolve = waiting.get(id);
      if (resolve === undefined)
        throw new Error('an answer of the key store that nobody waits for');
      waiting.delete(id);
      resolve(answer);
    },
  };
}
