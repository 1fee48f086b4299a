import { type Kysely, sql } from 'kysely';

import { CENTRAL_MIGRATIONS, DATABASE_VERSION } from '../migrations/migrations.ts';

/** The database is of another version than this centre: migrate it, or bring the centre up to date. */
export class WrongDatabaseVersion extends Error {
  override readonly name = 'WrongDatabaseVersion';
  readonly found: number;
  readonly wanted = DATABASE_VERSION;

  constructor(found: number) {
    super(
      `the database is of version ${found}, this centre needs ${DATABASE_VERSION}: run migrate with the newest centre`,
    );
    this.found = found;
  }
}

/** Any number that no other application on the same server locks by. */
const MIGRATION_LOCK = 7_115_000_416;

/**
 * Brings the database to the newest version in one transaction; of two centres that start together, one
 * waits for the other. Throws WrongDatabaseVersion when the database is newer.
 *
 * @param upTo stops after this version; for tests that need an older database.
 * @returns the version found.
 */
export async function migrateDatabase(
  database: Kysely<never>,
  upTo: number = DATABASE_VERSION,
): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
    await sql`create table if not exists migration (
      version integer not null primary key, name text not null)`.execute(transaction);
    const found = await databaseVersion(transaction);
    if (found > DATABASE_VERSION) throw new WrongDatabaseVersion(found);
    for (const { version, name, up } of CENTRAL_MIGRATIONS) {
      if (version <= found || version > upTo) continue;
      await up(transaction);
      await sql`insert into migration values (${version}, ${name})`.execute(transaction);
    }
    return found;
  });
}

/** How many migrations the database has been through; 0 for one without any. */
export async function databaseVersion(database: Kysely<never>): Promise<number> {
  const { rows: known } = await sql<{ there: string | null }>`
    select to_regclass('migration')::text as there`.execute(database);
  if ((known[0]?.there ?? null) === null) return 0;
  const { rows } = await sql<{ version: number | null }>`
    select max(version) as version from migration`.execute(database);
  return rows[0]?.version ?? 0;
}
