import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Id } from '#shared/lib/ids.ts';
import { type Random, randomBytes } from '#shared/lib/random.ts';

import type { OpenFile, UploadedFiles } from '../../workbench/context.ts';
import type { Clock } from '../../workbench/ports/ports.ts';
import { openStore } from '../../workbench/store/open.ts';
import { openDatabase } from '../../workbench/store/open-database.ts';
import type { Store } from '../../workbench/store/store.ts';
import { silentLog } from '../factories/test-store.ts';

/** The process ended here. */
export class SimulatedCrash extends Error {
  override readonly name = 'SimulatedCrash';
}

/** All desks of a simulation have the same key: it is the file that is looked into, not the cipher. */
export const KEY = new Uint8Array(32).fill(42);

export interface SimulatedDesk {
  readonly officerId: Id;
  readonly deviceId: Id;
  /** Where the file lies, and what is under way beside it. */
  readonly folder: string;
  readonly file: OpenFile;
  readonly store: Store;
  /** A store whose transactions may end with the process, before they are complete. */
  readonly frail: Store;
  /** Closes the file and opens it again, as after a crash; `meanwhile` something may happen to it. */
  restart(meanwhile?: (path: string) => Promise<void>): Promise<void>;
  /** Every byte of the file, decrypted, free pages included. Closes the desk. */
  bytes(): Promise<Buffer>;
  dispose(): Promise<void>;
}

export interface DeskOptions {
  readonly template: string;
  readonly officerId: Id;
  readonly deviceId: Id;
  readonly random: Random;
  readonly clock: Clock;
  /** Whether the process ends at the end of this transaction. */
  readonly crashes: () => boolean;
  /** Makes the store wrong on purpose. */
  readonly atWork?: (store: Store) => Store;
}

/** A real desk file, made from a template that holds the territory. */
export async function openSimulatedDesk(options: DeskOptions): Promise<SimulatedDesk> {
  const { officerId, deviceId, random, clock } = options;
  const folder = mkdtempSync(join(fastFolder(), 'wijkwerk-simulated-'));
  const path = join(folder, 'desk.db');
  copyFileSync(options.template, path);
  const { atWork = (opened: Store) => opened } = options;
  const open = async (): Promise<Store> =>
    atWork(
      (
        await openStore({
          path,
          key: KEY,
          clock,
          entropy: { bytes: (count) => randomBytes(random, count) },
          identity: { officerId, deviceId },
        })
      ).store,
    );
  let store = await open();
  let closed = false;
  const close = async (): Promise<void> => {
    if (!closed) await store.close();
    closed = true;
  };
  return {
    officerId,
    deviceId,
    folder,
    get store() {
      return store;
    },
    get frail() {
      return frailStore(store, options.crashes);
    },
    get file() {
      return openFile(store);
    },
    async restart(meanwhile) {
      await store.close();
      await meanwhile?.(path);
      store = await open();
    },
    async bytes() {
      await close();
      return decryptedBytes(path);
    },
    async dispose() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The owner of a file is the first of its people, as when a file is made. */
export async function introduce(store: Store): Promise<void> {
  const { officerId } = store.identity;
  const displayName = `Officier ${officerId.slice(-4)}`;
  await store.write(async ({ tables, record }) => {
    await tables
      .insertInto('officer')
      .values({ id: officerId, display_name: displayName, version: 1 })
      .execute();
    await record({
      entity: 'officer',
      entityId: officerId,
      baseVersion: 0,
      change: { kind: 'command', name: 'addOfficer', arguments: { displayName } },
    });
  });
}

/** Every byte of a closed file, decrypted in place, free pages included. */
export function decryptedBytes(path: string): Buffer {
  const connection = openDatabase(path, KEY, 'write');
  connection.pragma('journal_mode = DELETE');
  connection.pragma(`rekey = ''`);
  connection.close();
  return readFileSync(path);
}

/** In memory where the system has such a folder: a simulation is about order, not about the disk. */
export function fastFolder(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}

function frailStore(store: Store, crashes: () => boolean): Store {
  return {
    ...store,
    write: (work) =>
      store.write(async (handle) => {
        const value = await work(handle);
        if (crashes()) throw new SimulatedCrash();
        return value;
      }),
  };
}

const NO_UPLOADS: UploadedFiles = {
  get: () => {
    throw new Error('no uploads here');
  },
};

/** What use cases work with. */
export function openFile(store: Store, uploads = NO_UPLOADS): OpenFile {
  return {
    store,
    officerName: 'Noor Voorbeeld',
    log: silentLog,
    uploads,
    announce: () => {},
    revision: () => 0,
    closing: new AbortController().signal,
  };
}
