import { type Kysely, sql } from 'kysely';

/**
 * Persons and organisations, with no more than is needed to speak with them again. That two of them
 * are the same is a link beside them, so that it can be taken back and nothing was overwritten.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table party (
      id text not null primary key,
      kind text not null check (kind in ('person', 'organisation')),
      name text not null check (name <> ''),
      reach text not null,
      language text,
      role text,
      version integer not null
    ) strict, without rowid`.execute(database);
  await sql`create index party_by_name on party (name collate nocase)`.execute(database);
  await sql`
    create table party_merge (
      id text not null primary key,
      party_id text not null references party (id),
      into_id text not null references party (id),
      made_by text not null references officer (id),
      made_at text not null,
      undone_by text references officer (id),
      undone_at text,
      version integer not null,
      check (party_id <> into_id),
      check ((undone_by is null) = (undone_at is null))
    ) strict, without rowid`.execute(database);
  await sql`
    create unique index party_merged_once on party_merge (party_id) where undone_at is null`.execute(
    database,
  );
  await sql`
    create index party_merged_into on party_merge (into_id) where undone_at is null`.execute(
    database,
  );
}
