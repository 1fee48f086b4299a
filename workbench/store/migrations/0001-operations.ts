import { type Kysely, sql } from 'kysely';

/** Operations first: from the first file on, no change exists without its evidence. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table setting (
      key text not null primary key,
      value text not null
    ) strict, without rowid`.execute(database);

  await sql`
    create table operation (
      device_seq integer primary key check (device_seq > 0),
      op_id text not null unique,
      device_id text not null,
      author_id text not null,
      made_at text not null,
      entity text not null,
      entity_id text not null,
      base_version integer not null check (base_version >= 0),
      op_version integer not null check (op_version > 0),
      change text not null check (json_valid(change)),
      state text not null
        check (state in ('only-here', 'under-way', 'accepted', 'merged', 'rejected', 'quarantined')),
      receipt text not null
    ) strict`.execute(database);
  await sql`create index operation_of_entity on operation (entity, entity_id)`.execute(database);
  await sql`
    create index operation_waiting on operation (device_seq)
    where state in ('only-here', 'under-way')`.execute(database);
  await sql`
    create trigger operation_is_evidence before update of
      device_seq, op_id, device_id, author_id, made_at, entity, entity_id, base_version, op_version, change
    on operation begin
      select raise(abort, 'an operation is never edited');
    end`.execute(database);

  await sql`
    create table shadow (
      entity text not null,
      entity_id text not null,
      version integer not null,
      fields text not null check (json_valid(fields)),
      primary key (entity, entity_id)
    ) strict, without rowid`.execute(database);
}
