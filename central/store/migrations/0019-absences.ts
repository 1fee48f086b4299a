import { type Kysely, sql } from 'kysely';

/** Who may say when somebody is away, for the second wall: those who lead, and everybody of themselves. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql
    .raw(`insert into entity_writers values ('absence', 'leaders', true) on conflict do nothing`)
    .execute(database);
}
