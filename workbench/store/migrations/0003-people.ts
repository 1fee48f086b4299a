import { type Kysely, sql } from 'kysely';

export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table officer (
      id text not null primary key,
      display_name text not null,
      version integer not null
    ) strict, without rowid`.execute(database);
  await sql`
    create table post (
      id text not null primary key,
      officer_id text not null references officer (id),
      kind text not null check (kind in ('geographic', 'thematic')),
      area_id text not null references area (id),
      theme text not null,
      valid_from text not null,
      valid_to text not null,
      version integer not null,
      check (valid_from <= valid_to)
    ) strict, without rowid`.execute(database);
  await sql`create index post_by_area on post (area_id, valid_to)`.execute(database);
  await sql`create index post_by_officer on post (officer_id, valid_to)`.execute(database);
  await sql`
    create table partner (
      id text not null primary key,
      name text not null,
      kind text not null,
      neighbourhood_id text references area (id),
      version integer not null
    ) strict, without rowid`.execute(database);
}
