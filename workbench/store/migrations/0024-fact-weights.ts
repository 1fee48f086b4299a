import { type Kysely, sql } from 'kysely';

/** What facts weigh, by versions that are signed and never change: an old ranking keeps its own. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table fact_weights (
      id text not null primary key,
      set_at text not null,
      set_by text not null references officer (id),
      valid_from text not null,
      note text not null check (note <> ''),
      weights text not null check (json_valid(weights)),
      version integer not null
    ) strict, without rowid`.execute(database);
  await sql`
    create trigger fact_weights_are_immutable
    before update of id, set_at, set_by, valid_from, note, weights on fact_weights begin
      select raise(abort, 'weights that were set are never edited');
    end`.execute(database);
}
