import { type Kysely, sql } from 'kysely';

/** What a desk must remember to talk with the centre. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table sync_state (
      only_row integer not null primary key check (only_row = 1),
      epoch text,
      pushed_seq integer not null check (pushed_seq >= 0),
      results_seq integer not null check (results_seq >= 0),
      last_contact_at text,
      blocked text not null
    ) strict`.execute(database);
  await sql`insert into sync_state values (1, null, 0, 0, null, '')`.execute(database);
  await sql`
    create table sync_scope (
      scope text not null primary key,
      cursor integer not null check (cursor >= 0),
      generation integer not null check (generation > 0),
      whole integer not null check (whole in (0, 1)),
      row_count integer not null check (row_count >= 0),
      digest text not null check (length(digest) = 16)
    ) strict, without rowid`.execute(database);
  await sql`
    create table row_scope (
      scope text not null references sync_scope (scope),
      entity text not null,
      entity_id text not null,
      version integer not null,
      generation integer not null,
      primary key (scope, entity, entity_id)
    ) strict, without rowid`.execute(database);
  await sql`create index row_scope_of_row on row_scope (entity, entity_id)`.execute(database);
  await sql`create index row_scope_old on row_scope (scope, generation)`.execute(database);
  await sql`
    create table sync_staged (
      position integer primary key,
      message text not null check (json_valid(message))
    ) strict`.execute(database);
  await sql`
    create table deferred_row (
      entity text not null,
      entity_id text not null,
      reason text not null check (reason in ('not-understood', 'reference')),
      primary key (entity, entity_id)
    ) strict, without rowid`.execute(database);
  await sql`
    create table operation_base (
      op_id text not null primary key references operation (op_id),
      version integer not null check (version >= 0),
      epoch text,
      fields text not null check (json_valid(fields)),
      depends_on text not null check (json_valid(depends_on))
    ) strict, without rowid`.execute(database);
  await sql`
    create table operation_outcome (
      op_id text not null primary key references operation (op_id),
      code text not null,
      field text not null,
      conflicts text not null check (json_valid(conflicts)),
      seq integer not null,
      needs_attention integer not null check (needs_attention in (0, 1)),
      resolved_at text
    ) strict, without rowid`.execute(database);
  await sql`
    create index operation_needs_attention on operation_outcome (op_id)
    where needs_attention = 1 and resolved_at is null`.execute(database);

  // The one change of an operation there is: what it said is taken away, once the centre has it, because
  // its row may no longer be seen here. That it was made, by whom and when, stays.
  await sql`drop trigger operation_is_evidence`.execute(database);
  await sql`
    create trigger operation_is_evidence before update of
      device_seq, op_id, device_id, author_id, made_at, entity, entity_id, base_version, op_version, change
    on operation
    when not (
      old.state in ('accepted', 'merged')
      and new.change = '{"kind":"command","name":"withdrawn","arguments":{}}'
      and new.device_seq = old.device_seq and new.op_id = old.op_id and new.device_id = old.device_id
      and new.author_id = old.author_id and new.made_at = old.made_at and new.entity = old.entity
      and new.entity_id = old.entity_id and new.base_version = old.base_version
      and new.op_version = old.op_version
    )
    begin
      select raise(abort, 'an operation is never edited');
    end`.execute(database);
}
