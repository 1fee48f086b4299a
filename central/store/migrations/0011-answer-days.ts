import { type Kysely, sql } from 'kysely';

/** Who may set how long those who lead have to answer, for the second wall. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `insert into entity_writers values ('answer-days', 'administrators', false)
        on conflict do nothing`,
    )
    .execute(database);
}
