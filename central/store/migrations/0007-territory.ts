import { type Kysely, sql } from 'kysely';

/** Versions of the territory: what each comes to, and its package in chunks, which never changes. */
const STATEMENTS = [
  `create table territory_version (
    zone text collate "C" not null references zone (id),
    number integer not null check (number > 0),
    hash text collate "C" not null check (length(hash) = 64),
    size integer not null check (size > 0),
    begins_on text not null,
    valid_from text not null,
    counts jsonb not null,
    published_at text not null,
    published_by text not null,
    primary key (zone, number)
  )`,
  `create index territory_version_by_hash on territory_version (zone, hash)`,
  `create trigger territory_version_is_evidence before update or delete on territory_version
    for each row execute function keep_evidence()`,
  `create table territory_chunk (
    zone text collate "C" not null references zone (id),
    hash text collate "C" not null check (length(hash) = 64),
    start integer not null check (start >= 0),
    bytes bytea not null,
    primary key (zone, hash, start)
  )`,
  `alter table territory_chunk alter column bytes set storage external`,
  // The territory is for every desk of its zone: what was not published is for nobody.
  `alter table territory_version enable row level security`,
  `create policy desk_reads_territory_version on territory_version for select to wijkwerk_desk
    using (zone = (select current_setting('wijkwerk.zone', true)))`,
  `alter table territory_chunk enable row level security`,
  `create policy desk_reads_territory on territory_chunk for select to wijkwerk_desk using (
    zone = (select current_setting('wijkwerk.zone', true)) and exists (
      select from territory_version v
      where v.zone = territory_chunk.zone and v.hash = territory_chunk.hash))`,
  `grant select on territory_version, territory_chunk to wijkwerk_desk`,
  // Which territory a desk works with, as it said when it pulled.
  `alter table desk_progress add column territory text`,
  // What a desk imports for itself changes nothing at the centre: anybody may say that they did.
  `delete from entity_writers where entity = 'territory-import'`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}
