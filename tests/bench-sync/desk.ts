import { setTimeout as delay } from 'node:timers/promises';

import type { Id } from '#shared/lib/ids.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import { systemClock, systemEntropy } from '#workbench';

import type { OpenFile } from '../../workbench/context.ts';
import { openStore } from '../../workbench/store/open.ts';
import { insertContact } from '../../workbench/store/repositories/contact-rows.ts';
import { type HttpCentre, httpCentre } from '../../workbench/sync/http-transport.ts';
import {
  createSyncEngine,
  type SyncEngine,
  type SyncPoint,
} from '../../workbench/sync/sync-engine.ts';
import { createSyncLoop, type SyncOutcome } from '../../workbench/sync/sync-loop.ts';
import { openFileOf, silentLog } from '../factories/test-store.ts';
import type { DeskFile } from './desk-files.ts';
import { makeDocuments } from './documents.ts';
import { contactOf, type SyncTown } from './sync-town.ts';

/** A desk as an officer has it: an encrypted file, the sync engine over HTTP, and what screens ask. */
export interface BenchDesk {
  readonly file: OpenFile;
  readonly engine: SyncEngine;
  /** Logs so many contacts without a line where its officer works, each with its operation. */
  work(count: number, seed: number, town: SyncTown): Promise<void>;
  /** Calls `reached` at each step of a round. */
  watch(reached: (point: SyncPoint) => void): void;
  /** Rounds until `signal` is aborted, each failed one tried again when the program would; `failed` hears its code. */
  run(signal: AbortSignal, failed: (code: string) => void): Promise<void>;
  /** Follows the centre until the desk is closed; wakes the loop when asked. */
  follow(onRound: () => void): { wake(): void; readonly listening: Promise<unknown> };
  close(): Promise<void>;
}

const IN_ONE_TRANSACTION = 500;

export async function openBenchDesk(given: DeskFile): Promise<BenchDesk> {
  const { path, fileKey, identity, neighbourhood } = given;
  const ports = { clock: systemClock, entropy: systemEntropy };
  const { store } = await openStore({ path, key: fileKey, identity, ...ports });
  await introduce(store, identity.officerId);
  let reached: (point: SyncPoint) => void = () => {};
  const centre = connect(given);
  const engine = createSyncEngine({ store, centre, at: async (point) => reached(point) });
  const closing = new AbortController();
  const loopOf = (onRound: (outcome: SyncOutcome) => void) =>
    createSyncLoop({
      engine,
      scheduler: {
        wait: (milliseconds, signal) =>
          delay(milliseconds, undefined, { signal }).catch(() => undefined),
      },
      random: Math.random,
      log: silentLog,
      onRound,
    });
  return {
    file: openFileOf(store, closing.signal),
    engine,
    watch: (listener) => {
      reached = listener;
    },
    async work(count, seed, town) {
      const documents = [...makeDocuments(count, seed)];
      for (let from = 0; from < documents.length; from += IN_ONE_TRANSACTION) {
        await store.write(async (handle) => {
          for (const document of documents.slice(from, from + IN_ONE_TRANSACTION)) {
            const here = { ...document, neighbourhood: neighbourhood ?? document.neighbourhood };
            const contact = contactOf(here, town, identity.officerId);
            await insertContact(handle, contact);
            await handle.record({
              entity: 'contact',
              entityId: contact.id,
              baseVersion: 0,
              change: { kind: 'command', name: 'logContact', arguments: { ...contact } },
            });
          }
        });
      }
    },
    run(signal, failed) {
      const loop = loopOf((outcome) => {
        if (outcome.kind === 'failed') failed(outcome.code);
      });
      return loop.run(signal);
    },
    follow(onRound) {
      const loop = loopOf(({ kind, ...outcome }) => {
        if (kind === 'failed') throw new Error(JSON.stringify(outcome));
        onRound();
      });
      const listening = Promise.withResolvers<null>();
      const poked = (commit?: Seq): void => {
        listening.resolve(null);
        loop.wake(commit);
      };
      void loop.run(closing.signal);
      centre.listen(poked, closing.signal).catch(listening.reject);
      return { wake: () => loop.wake(), listening: listening.promise };
    },
    async close() {
      closing.abort();
      // A round that is under way ends first.
      await engine.round(closing.signal).catch(() => undefined);
      await store.close();
    },
  };
}

/** The desk's line to the centre, without a file. */
export function connect({
  address,
  identity,
  key,
}: Pick<DeskFile, 'address' | 'identity' | 'key'>): HttpCentre {
  const { deviceId } = identity;
  return httpCentre({ address, deviceId, key, clock: systemClock, appVersion: '0.0.0-bench' });
}

async function introduce({ write }: OpenFile['store'], officerId: Id): Promise<void> {
  await write(async ({ tables }) => {
    await tables
      .insertInto('officer')
      .values({ id: officerId, display_name: 'Agent Voorbeeld', version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}
