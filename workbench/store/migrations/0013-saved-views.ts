import { type Kysely, sql } from 'kysely';

/** Views that officers keep under a name; one that is deleted can be brought back. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table saved_view (
      id text not null primary key,
      owner_id text not null references officer (id),
      name text not null check (name <> ''),
      shared integer not null check (shared in (0, 1)),
      view text not null check (json_valid(view)),
      deleted integer not null check (deleted in (0, 1)),
      version integer not null
    ) strict, without rowid`.execute(database);
  await sql`create index saved_view_by_owner on saved_view (owner_id)`.execute(database);
}
