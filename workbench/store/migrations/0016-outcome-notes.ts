import { type Kysely, sql } from 'kysely';

/** What a supervisor wrote who refused quarantined work. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`alter table operation_outcome add column note text not null default ''`.execute(
    database,
  );
}
