import { type Kysely, sql } from 'kysely';

/** How many days those who lead have to answer a proposal, each time that somebody set it. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table answer_days (
      id text not null primary key,
      set_at text not null,
      set_by text not null references officer (id),
      days integer not null check (days between 1 and 90),
      version integer not null
    ) strict, without rowid`.execute(database);
}
