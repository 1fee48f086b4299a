import { type Kysely, sql } from 'kysely';

/**
 * Files on contacts. Their bytes lie in this file, under their hash, for as long as anything refers to
 * them: triggers see to it, so that no way of removing a row leaves bytes behind.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table blob (
      hash text not null primary key check (length(hash) = 64),
      size integer not null check (size > 0),
      received integer not null check (received between 0 and size)
    ) strict, without rowid`.execute(database);
  await sql`
    create table blob_chunk (
      row_id integer primary key,
      hash text not null references blob (hash) on delete cascade,
      start integer not null check (start >= 0),
      bytes blob not null,
      unique (hash, start)
    ) strict`.execute(database);
  await sql`
    create table blob_thumbnail (
      hash text not null primary key references blob (hash) on delete cascade,
      media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
      bytes blob not null
    ) strict`.execute(database);
  await sql`
    create table blob_upload (
      entity text not null,
      entity_id text not null,
      hash text not null,
      sent integer not null check (sent >= 0),
      state text not null check (state in ('waiting', 'received', 'refused')),
      primary key (entity, entity_id)
    ) strict, without rowid`.execute(database);
  await sql`create index blob_upload_by_hash on blob_upload (hash)`.execute(database);
  await sql`
    create index blob_upload_waiting on blob_upload (entity_id) where state = 'waiting'`.execute(
    database,
  );

  await sql`
    create table attachment (
      id text not null primary key,
      contact_id text not null references contact (id) on delete cascade,
      author_id text not null references officer (id),
      added_at text not null,
      hash text not null check (length(hash) = 64),
      name text not null check (name <> ''),
      media_type text not null,
      size integer not null check (size > 0),
      details text not null check (details in ('none', 'removed', 'place-removed', 'kept')),
      withdrawn integer not null check (withdrawn in (0, 1)),
      withdrawn_note text not null,
      version integer not null
    ) strict, without rowid`.execute(database);
  await sql`
    create index attachment_of_contact on attachment (contact_id, added_at, id)`.execute(database);
  await sql`create index attachment_by_hash on attachment (hash)`.execute(database);
  await sql`
    create table draft_attachment (
      id text not null primary key,
      draft_id text not null,
      added_at text not null,
      hash text not null references blob (hash),
      name text not null check (name <> ''),
      media_type text not null,
      size integer not null check (size > 0),
      details text not null check (details in ('none', 'removed', 'place-removed', 'kept')),
      removed integer not null check (removed in (0, 1))
    ) strict, without rowid`.execute(database);
  await sql`
    create index draft_attachment_of_draft on draft_attachment (draft_id, added_at, id)`.execute(
    database,
  );
  await sql`create index draft_attachment_by_hash on draft_attachment (hash)`.execute(database);

  await sql`
    create trigger attachment_forgotten before delete on attachment begin
      delete from blob_upload
      where entity = 'attachment' and entity_id = old.id and state = 'received';
    end`.execute(database);
  await sql`
    create trigger blob_upload_orphaned after update of state on blob_upload
    when new.state = 'received' and new.entity = 'attachment'
      and not exists (select 1 from attachment where id = new.entity_id)
    begin
      delete from blob_upload where entity = new.entity and entity_id = new.entity_id;
    end`.execute(database);
  for (const [name, event] of [
    ['attachment_gone', 'after delete on attachment'],
    ['draft_attachment_gone', 'after delete on draft_attachment'],
    ['blob_upload_gone', 'after delete on blob_upload'],
    ['blob_upload_settled', 'after update of state on blob_upload'],
  ] as const) {
    // What the centre does not have yet is nowhere else: that stays, also without its row.
    await sql`
      create trigger ${sql.ref(name)} ${sql.raw(event)} begin
        delete from blob where hash = old.hash
          and not exists (select 1 from attachment where hash = old.hash)
          and not exists (select 1 from draft_attachment where hash = old.hash)
          and not exists (
            select 1 from blob_upload where hash = old.hash and state <> 'received');
      end`.execute(database);
  }
}
