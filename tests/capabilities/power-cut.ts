import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { openStore } from '../../workbench/store/open.ts';
import type { Store } from '../../workbench/store/store.ts';
import type { CentreTransport } from '../../workbench/sync/centre.ts';
import { createSyncEngine, type SyncPoint } from '../../workbench/sync/sync-engine.ts';
import type { TestFile } from '../factories/test-store.ts';

/** A desk of which the power may fail, and its file as it stands on the disk by now. */
export interface PoweredDesk {
  readonly store: Store;
  /**
   * One exchange with the centre in which the power fails at a step, from 1, or at the first of a name: before or after a request, at a line of an
   * answer, before a transaction is complete, or where the engine goes from one to the other. The desk goes on
   * with the bytes that stood on the disk in that moment.
   *
   * @returns whether it had so many steps; one that had fewer came to its end.
   */
  exchangeUntil(step: number | SyncPoint): Promise<boolean>;
  exchange(): Promise<void>;
  /** Closes what the desk went on with; the file that it began with is of who made it. */
  close(): Promise<void>;
}

class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

type Reach = (name?: SyncPoint) => Promise<void>;

export function poweredDesk(test: TestFile, centre: CentreTransport): PoweredDesk {
  const { clock, key } = test;
  const { entropy, identity } = test.store;
  let store = test.store;
  let directory = test.directory;
  let cuts = 0;
  const never = new AbortController().signal;
  const close = async (): Promise<void> => {
    if (store !== test.store) await store.close();
  };
  return {
    get store() {
      return store;
    },
    async exchangeUntil(step) {
      let steps = 0;
      let left: string | undefined;
      const reach: Reach = async (name) => {
        steps += 1;
        const isThere =
          left !== undefined || (typeof step === 'number' ? steps >= step : name === step);
        if (!isThere) return;
        left ??= await copyOf(directory, join(test.directory, `cut-${(cuts += 1)}`));
        throw new PowerCut();
      };
      const engine = createSyncEngine({
        store: frailStore(store, reach),
        centre: frailLine(centre, reach),
        at: reach,
      });
      await engine.round(never).catch((cause: unknown) => {
        if (left === undefined) throw cause;
      });
      if (left === undefined) return false;
      await close();
      directory = left;
      const path = join(directory, 'desk.db');
      ({ store } = await openStore({ path, key, clock, entropy, identity }));
      return true;
    },
    async exchange() {
      await createSyncEngine({ store, centre }).round(never);
    },
    close,
  };
}

/** What stands on the disk: the database with its journal, without what only lives as long as the machine runs. */
async function copyOf(directory: string, to: string): Promise<string> {
  await mkdir(to);
  const names = await readdir(directory);
  const kept = names.filter((name) => name === 'desk.db' || name === 'desk.db-wal');
  for (const name of kept) await copyFile(join(directory, name), join(to, name));
  return to;
}

function frailStore(store: Store, reach: Reach): Store {
  return {
    ...store,
    write: (work) =>
      store.write(async (handle) => {
        const value = await work(handle);
        await reach();
        return value;
      }),
  };
}

function frailLine(line: CentreTransport, reach: Reach): CentreTransport {
  return {
    async push(request) {
      await reach();
      const answer = await line.push(request);
      await reach();
      return answer;
    },
    async *pull(request, signal) {
      await reach();
      for await (const message of line.pull(request, signal)) {
        await reach();
        yield message;
      }
    },
  };
}
