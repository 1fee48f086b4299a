import { randomBytes } from 'node:crypto';

import { Kysely, PostgresDialect } from 'kysely';

import type { CentralConfig } from './config/config.ts';
import type { CentralClock, CentralFacts, CentralLog } from './ports.ts';
import type { CentralStore } from './store/central-store.ts';
import { pgliteDatabase } from './store/pglite/pglite-database.ts';
import { migrateDatabase } from './store/postgres/migrate-database.ts';
import { type Database, postgresStore } from './store/postgres/postgres-store.ts';
import { serverDatabase } from './store/postgres/server-database.ts';
import { serverUnreachable } from './store/postgres/server-unreachable.ts';

export const systemClock: CentralClock = { now: () => new Date().toISOString() };

export const systemRandom = (bytes: number): Uint8Array => randomBytes(bytes);

/** One JSON object a line, for whatever collects logs. */
export function jsonLinesLog(
  output: { write(line: string): unknown },
  clock: CentralClock,
): CentralLog {
  const line =
    (level: string) =>
    (event: string, facts: CentralFacts = {}): void => {
      output.write(`${JSON.stringify({ at: clock.now(), level, event, ...facts })}\n`);
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

const EMBEDDED = 'pglite:';

export function isEmbedded(config: CentralConfig): boolean {
  return config.database.startsWith(EMBEDDED);
}

function databaseOf(config: CentralConfig, log: CentralLog): Promise<Database> {
  const { database, connections } = config;
  if (isEmbedded(config)) return pgliteDatabase(database.slice(EMBEDDED.length));
  const onTrouble = (): void => log.warn('database.connection-lost');
  return Promise.resolve(serverDatabase({ url: database, connections, onTrouble }));
}

/** Brings the database to the newest version. @returns the version it had. */
export async function migrate(config: CentralConfig, log: CentralLog): Promise<number> {
  const { pool } = await databaseOf(config, log);
  const kysely = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await migrateDatabase(kysely);
  } catch (cause) {
    throw serverUnreachable(config.database, cause) ?? cause;
  } finally {
    await kysely.destroy();
  }
}

/** Opens the store; the database must be of this version. */
export async function openStore(config: CentralConfig, log: CentralLog): Promise<CentralStore> {
  try {
    const store = await postgresStore({ database: await databaseOf(config, log) });
    await store.check().catch(async (cause: unknown) => {
      await store.close();
      throw cause;
    });
    return store;
  } catch (cause) {
    throw serverUnreachable(config.database, cause) ?? cause;
  }
}
