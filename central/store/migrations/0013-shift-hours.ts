import { type Kysely, sql } from 'kysely';

/** Who may set the hours of the zone's shifts, for the second wall. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `insert into entity_writers values ('shift-hours', 'administrators', false)
        on conflict do nothing`,
    )
    .execute(database);
}
