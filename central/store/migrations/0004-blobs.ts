import { type Kysely, sql } from 'kysely';

/** Bytes that rows refer to, in chunks. They are compressed by their makers, so not once more here. */
const STATEMENTS = [
  `create table blob_chunk (
    zone text collate "C" not null,
    entity text collate "C" not null,
    entity_id text collate "C" not null,
    start integer not null check (start >= 0),
    bytes bytea not null,
    primary key (zone, entity, entity_id, start),
    foreign key (zone, entity, entity_id) references entity_row (zone, entity, entity_id)
      on delete cascade
  )`,
  `alter table blob_chunk alter column bytes set storage external`,
  // However a row goes, its bytes go with it.
  `create function forget_blob() returns trigger language plpgsql
    security definer set search_path from current as $$
    begin
      delete from blob_chunk
      where zone = new.zone and entity = new.entity and entity_id = new.entity_id;
      return null;
    end $$`,
  `create trigger row_gone after update of state on entity_row for each row
    when (new.state <> 'present' and old.state = 'present') execute function forget_blob()`,
  `alter table blob_chunk enable row level security`,
  // Whoever may see the row: the policy of that table judges here as well.
  `create policy desk_reads_blob on blob_chunk for select to wijkwerk_desk using (
    zone = (select current_setting('wijkwerk.zone', true)) and exists (
      select from entity_row r
      where r.zone = blob_chunk.zone and r.entity = blob_chunk.entity
        and r.entity_id = blob_chunk.entity_id))`,
  `grant select on blob_chunk to wijkwerk_desk`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}
