import pg from 'pg';

import { openServerStore } from '../central/open-stores.ts';
import type { PostgresServer } from '../central/postgres-server.ts';
import { type RunningCentre, startCentre } from './centre.ts';
import type { DeskFiles } from './desk-files.ts';
import type { SyncTown } from './sync-town.ts';
import { makeSyncZone, type SyncZone } from './sync-zone.ts';

/** What every phase works with. */
export interface SyncBench {
  readonly server: PostgresServer;
  readonly town: SyncTown;
  readonly files: DeskFiles;
  /** For files of its own; it is removed at the end. */
  readonly folder: string;
  readonly tell: (what: string) => void;
}

export interface BenchCentre extends RunningCentre {
  /** How many operations of desks it has accepted: what was refused or set aside measures something else. */
  accepted(): Promise<number>;
}

/**
 * Runs `work` on a new database with so many documents, and a centre in a process of its own that
 * was started afterwards.
 */
export async function withCentre<Value>(
  { server, town }: SyncBench,
  documents: number,
  work: (centre: BenchCentre, zone: SyncZone) => Promise<Value>,
): Promise<Value> {
  const database = await server.createDatabase();
  const store = await openServerStore(database);
  try {
    const zone = await makeSyncZone(store, town);
    await zone.seed(documents);
    await onDatabase(database, 'vacuum analyze');
    const centre = await startCentre(database);
    try {
      const accepted = async (): Promise<number> => {
        const of = `select from operation where outcome = 'accepted'`;
        return (await onDatabase(database, of)).length;
      };
      return await work({ ...centre, accepted }, zone);
    } finally {
      await centre.stop();
    }
  } finally {
    await store.close();
    await dropDatabase(server, database);
  }
}

/** A database that has done its work gives its room back. */
export async function dropDatabase(server: PostgresServer, database: string): Promise<void> {
  const name = new URL(database).pathname.slice(1);
  await onDatabase(server.urlOf('postgres'), `drop database ${name} with (force)`);
}

async function onDatabase(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}
