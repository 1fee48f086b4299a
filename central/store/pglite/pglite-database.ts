import { mkdir } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

import type { PostgresPool, PostgresPoolClient } from 'kysely';

import type { Database } from '../postgres/postgres-store.ts';
import { FolderInUse, lockFolder } from './folder-lock.ts';
import type { Unnumbered, WorkerAnswer, WorkerQuestion } from './pglite-messages.ts';

/** A failure that the database told, with PostgreSQL's code. */
class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure';
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** The files of the embedded database do not start; `message` says what to do. */
export class DatabaseUnopenable extends Error {
  override readonly name = 'DatabaseUnopenable';

  constructor(folder: string, cause: unknown) {
    super(
      `The database in ${folder} cannot be opened: its files are damaged, or are not to be read and written ` +
        'by this user. See to its rights, or restore it from a backup: docs/centre-backup.md.',
      { cause },
    );
  }
}

type Answered = Extract<WorkerAnswer, { readonly ok: true }>;

interface Waiting {
  resolve(answer: Answered): void;
  reject(cause: Error): void;
}

/**
 * PostgreSQL compiled to WebAssembly, inside this process: for the demo and for a trial. It has one
 * connection, so that transactions wait for one another. It is no place for a zone's real work.
 *
 * @param folder where it keeps its files, for this process alone as long as it is open; null for memory.
 * Throws FolderInUse, DatabaseUnopenable.
 */
export async function pgliteDatabase(folder: string | null): Promise<Database> {
  if (folder === null) return startPglite(null, () => {});
  let letGo = (): void => {};
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    letGo = lockFolder(folder);
    return await startPglite(folder, letGo);
  } catch (cause) {
    letGo();
    throw cause instanceof FolderInUse ? cause : new DatabaseUnopenable(folder, cause);
  }
}

/** @param closed called once the files are closed. */
async function startPglite(folder: string | null, closed: () => void): Promise<Database> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    workerData: { folder },
  });
  const waiting = new Map<number, Waiting>();
  const heard = new Map<string, (payload: string) => void>();
  const started = Promise.withResolvers<undefined>();
  let last = 0;
  let ended = false;

  worker.on('message', (answer: WorkerAnswer) => {
    if ('channel' in answer) return heard.get(answer.channel)?.(answer.payload);
    if (answer.id === 0) return started.resolve(undefined);
    const waiter = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) waiter?.resolve(answer);
    else waiter?.reject(new DatabaseFailure(answer.message, answer.code));
  });
  const broken = (cause: Error): void => {
    ended = true;
    started.reject(cause);
    for (const waiter of waiting.values()) waiter.reject(cause);
    waiting.clear();
  };
  worker.on('error', broken);
  worker.on('exit', () => broken(new Error('the embedded database has ended')));

  const ask = (question: Unnumbered<WorkerQuestion>): Promise<Answered> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(new Error('the embedded database has ended'));
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ ...question, id: last });
    });
  await started.promise;

  return {
    pool: singlePool(ask, async () => {
      if (!ended) {
        await ask({ kind: 'close' });
        await worker.terminate();
      }
      closed();
    }),
    async listen(channel, listener) {
      heard.set(channel, listener);
      await ask({ kind: 'listen', channel });
      return async () => {
        heard.delete(channel);
      };
    },
  };
}

/** One connection, lent to one at a time, in order. */
function singlePool(
  ask: (question: Unnumbered<WorkerQuestion>) => Promise<Answered>,
  close: () => Promise<void>,
): PostgresPool {
  let free: Promise<void> = Promise.resolve();
  const query = async (text: string, values: readonly unknown[]) => {
    const { rows, affected } = await ask({ kind: 'query', text, values });
    return { rows: [...rows], rowCount: affected, command: commandOf(text) };
  };
  return {
    options: {},
    async connect(): Promise<PostgresPoolClient> {
      const before = free;
      const { promise, resolve } = Promise.withResolvers<undefined>();
      free = promise;
      await before;
      return {
        query: ((text: string, values: readonly unknown[] = []) =>
          query(text, values)) as PostgresPoolClient['query'],
        release: () => resolve(undefined),
      };
    },
    end: close,
  };
}

const COUNTED = ['UPDATE', 'DELETE', 'INSERT', 'MERGE'] as const;

/** Kysely counts rows only for the commands it knows by name. */
function commandOf(text: string): (typeof COUNTED)[number] | 'SELECT' {
  const word = text.trimStart().split(/\s/, 1)[0]?.toUpperCase();
  return COUNTED.find((command) => command === word) ?? 'SELECT';
}
