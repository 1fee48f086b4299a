import { Kysely, PostgresDialect } from 'kysely';

import type { CentralStore } from '../../central/store/central-store.ts';
import { pgliteDatabase } from '../../central/store/pglite/pglite-database.ts';
import { migrateDatabase } from '../../central/store/postgres/migrate-database.ts';
import { type Database, postgresStore } from '../../central/store/postgres/postgres-store.ts';
import { serverDatabase } from '../../central/store/postgres/server-database.ts';

/** A way to the database whose pool outlives the Kysely that uses it. */
export async function migrated(database: Database): Promise<Database> {
  const { pool } = database;
  const kysely = new Kysely<never>({
    dialect: new PostgresDialect({
      pool: { connect: () => pool.connect(), end: async () => {}, options: {} },
    }),
  });
  await migrateDatabase(kysely);
  await kysely.destroy();
  return database;
}

export function onServer(url: string, connections = 8): Database {
  return serverDatabase({ url, connections, onTrouble: () => {} });
}

/** A store on a server's database that is brought to the newest version first. */
export async function openServerStore(url: string, connections = 8): Promise<CentralStore> {
  return postgresStore({ database: await migrated(onServer(url, connections)) });
}

export async function openPgliteStore(folder: string | null = null): Promise<CentralStore> {
  return postgresStore({ database: await migrated(await pgliteDatabase(folder)) });
}
