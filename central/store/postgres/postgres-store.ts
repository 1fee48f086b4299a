import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';
import type { Seq } from '#shared/protocol/basics.ts';

import { counterRow, type SyncClock } from '../../clock/sync-clock.ts';
import type { CentralStore } from '../central-store.ts';
import { ConcurrentChange, isEmpty, nothingPending } from '../commit.ts';
import { DATABASE_VERSION } from '../migrations/migrations.ts';
import { databaseVersion, WrongDatabaseVersion } from './migrate-database.ts';
import { postgresBlobs } from './postgres-blobs.ts';
import { postgresDirectory } from './postgres-directory.ts';
import { become, postgresRead } from './postgres-read.ts';
import { postgresTerritories } from './postgres-territories.ts';
import { postgresWrite, storePending } from './postgres-write.ts';

/** A way to the database, and a way to hear of commits that other processes made. */
export interface Database {
  readonly pool: PostgresPool;
  /** Calls `heard` with the payload of every notice on `channel`, until the returned function is called. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
}

export interface PostgresStoreOptions {
  readonly database: Database;
  readonly clock?: SyncClock;
}

/** How often a transaction is run again when others changed the same rows, or the server chose it as victim. */
const ATTEMPTS = 25;
const CHANNEL = 'wijkwerk_commit';
/** Serialization failure, deadlock, and two who make the same row at once. */
const AGAIN = new Set(['40001', '40P01', '23505']);

/** The centre on PostgreSQL 15 or newer, or on PGlite. The database must have been migrated. */
export async function postgresStore(options: PostgresStoreOptions): Promise<CentralStore> {
  const { database } = options;
  const clock = options.clock ?? counterRow;
  const kysely = new Kysely<never>({ dialect: new PostgresDialect({ pool: database.pool }) });
  const listeners = new Set<(zoneId: Id, seq: Seq) => void>();
  const stopListening = await database.listen(CHANNEL, (payload) => {
    const [zoneId = '', seq = ''] = payload.split(' ');
    for (const listener of listeners) listener(zoneId, Number(seq));
  });

  const store: CentralStore = {
    directory: postgresDirectory(kysely),
    blobs: postgresBlobs(kysely),
    territories: postgresTerritories(kysely),
    async write(zoneId, work, writer) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await kysely.transaction().execute(async (transaction) => {
            if (writer !== undefined) await become(transaction, 'wijkwerk_push', writer);
            const pending = nothingPending();
            const value = await work(postgresWrite(transaction, zoneId, pending));
            if (isEmpty(pending)) return { value, seq: null, operations: [] };
            const seq = await clock.next(transaction, zoneId);
            const operations = await storePending(transaction, zoneId, pending, seq);
            await sql`select pg_notify(${CHANNEL}, ${`${zoneId} ${seq}`})`.execute(transaction);
            return { value, seq, operations };
          });
        } catch (cause) {
          if (attempt >= ATTEMPTS || !mayTryAgain(cause)) throw cause;
        }
      }
    },
    async read(viewer, work) {
      return kysely
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (transaction) => {
          await become(transaction, 'wijkwerk_desk', viewer);
          return work(postgresRead(transaction, viewer));
        });
    },
    async clearTraces(zoneId, upTo) {
      // First the horizon: whoever reads in between misses nothing, and at worst fetches too much.
      const { rows } = await sql<{ horizon: number }>`
        update zone_clock set horizon = greatest(horizon, least(${upTo}::bigint, seq))
        where zone = ${zoneId} returning horizon`.execute(kysely);
      const { numAffectedRows } = await sql`
        delete from scope_index
        where zone = ${zoneId} and state <> 'present' and seq <= ${rows[0]?.horizon ?? 0}`.execute(
        kysely,
      );
      return Number(numAffectedRows ?? 0);
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async check() {
      const version = await databaseVersion(kysely);
      if (version !== DATABASE_VERSION) throw new WrongDatabaseVersion(version);
    },
    async close() {
      await stopListening();
      await kysely.destroy();
    },
  };
  return store;
}

function mayTryAgain(cause: unknown): boolean {
  if (cause instanceof ConcurrentChange) return true;
  return cause instanceof Error && 'code' in cause && AGAIN.has(String(cause.code));
}
