import { type Kysely, sql } from 'kysely';

/** The hours of the zone's shifts, each time that somebody set them. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table shift_hours (
      id text not null primary key,
      set_at text not null,
      set_by text not null references officer (id),
      begins text not null check (json_valid(begins) and json_array_length(begins) between 1 and 6),
      version integer not null
    ) strict, without rowid`.execute(database);
}
