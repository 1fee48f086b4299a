import { type Kysely, sql } from 'kysely';

/** Who may write recorded facts, for the second wall: whoever leads; what they weigh, administrators. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `insert into entity_writers values
        ('fact-source', 'leaders', false),
        ('fact-import', 'leaders', false),
        ('fact-batch', 'leaders', false),
        ('fact-weights', 'administrators', false)
        on conflict do nothing`,
    )
    .execute(database);
}
