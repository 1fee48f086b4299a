import { type Kysely, sql } from 'kysely';

/** Everything a contact may tell; a correction is a row beside it. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`drop trigger contact_is_immutable`.execute(database);
  for (const column of [
    `channel text`,
    `duration_minutes integer check (duration_minutes between 1 and 1440)`,
    `language text`,
    `need text not null default ''`,
    `feeling text check (feeling in ('never', 'rarely', 'sometimes', 'often', 'always'))`,
    `assessment text not null default ''`,
    `sensitivity text not null default 'normal' check (sensitivity in ('normal', 'restricted'))`,
    `withdrawn integer not null default 0 check (withdrawn in (0, 1))`,
    `amendments integer not null default 0 check (amendments >= 0)`,
  ]) {
    await sql`alter table contact add column ${sql.raw(column)}`.execute(database);
  }
  await numberByTime(database);

  await sql`
    create table contact_problem (
      code text not null,
      contact_row integer not null references contact (row_id) on update cascade on delete cascade,
      primary key (code, contact_row)
    ) strict, without rowid`.execute(database);
  await sql`create index contact_problem_of on contact_problem (contact_row)`.execute(database);
  await sql`
    create table contact_party (
      party_id text not null references party (id),
      contact_row integer not null references contact (row_id) on update cascade on delete cascade,
      position integer not null,
      primary key (party_id, contact_row)
    ) strict, without rowid`.execute(database);
  await sql`create index contact_party_of on contact_party (contact_row)`.execute(database);

  await sql`
    create table contact_original (
      contact_id text not null primary key references contact (id) on delete cascade,
      fields text not null check (json_valid(fields))
    ) strict, without rowid`.execute(database);
  await sql`
    create table contact_amendment (
      id text not null primary key,
      contact_id text not null references contact (id) on delete cascade,
      position integer not null check (position > 0),
      author_id text not null references officer (id),
      made_at text not null,
      note text not null check (note <> ''),
      changes text not null check (json_valid(changes)),
      unique (contact_id, position)
    ) strict, without rowid`.execute(database);
  for (const table of ['contact_original', 'contact_amendment']) {
    await sql`
      create trigger ${sql.raw(table)}_is_immutable before update on ${sql.raw(table)} begin
        select raise(abort, 'what was submitted is never edited');
      end`.execute(database);
  }
  // A contact changes by an amendment only, and then what it said before is kept beside it.
  await sql`
    create trigger contact_is_immutable before update of
      id, row_id, occurred_at, logged_at, author_id, street_id, house_number, reason, summary, next_step,
      next_note, channel, duration_minutes, language, need, feeling, assessment, sensitivity, withdrawn
    on contact when new.amendments <= old.amendments
      or not exists (select 1 from contact_original where contact_id = old.id)
      or not exists (
        select 1 from contact_amendment where contact_id = old.id and position = new.amendments)
    begin
      select raise(abort, 'a submitted contact is never edited');
    end`.execute(database);
  await sql`
    create trigger contact_keeps_its_author before update of id, author_id, logged_at, next_step, next_note
    on contact begin
      select raise(abort, 'a submitted contact is never edited');
    end`.execute(database);

  await sql`alter table promise add column channel text`.execute(database);
  await sql`alter table promise add column told_by text`.execute(database);
  await sql`create index promise_by_street on promise (street_id)`.execute(database);
}

/**
 * A contact's number tells its moment: milliseconds since 1970, times a thousand, plus a counter for
 * those of the same millisecond. The newest first is then the table backwards, for every index too.
 */
async function numberByTime(database: Kysely<never>): Promise<void> {
  await sql`
    update contact set row_id = numbered.new_id
    from (
      select row_id as old_id,
        (unixepoch(occurred_at) * 1000 + cast(substr(occurred_at, 21, 3) as integer)) * 1000
          + row_number() over (partition by occurred_at order by id) - 1 as new_id
      from contact
    ) as numbered
    where contact.row_id = numbered.old_id`.execute(database);
  await sql`delete from contact_place`.execute(database);
  await sql`
    insert into contact_place (row_id, west, east, south, north)
    select row_id, longitude, longitude, latitude, latitude from contact
    where longitude is not null`.execute(database);
  for (const name of ['time', 'reason', 'street', 'neighbourhood']) {
    await sql`drop index ${sql.raw(`contact_by_${name}`)}`.execute(database);
  }
  for (const [name, column] of [
    ['reason', 'reason'],
    ['street', 'street_id'],
    ['neighbourhood', 'neighbourhood_id'],
    ['author', 'author_id'],
  ] as const) {
    await sql`
      create index ${sql.raw(`contact_by_${name}`)} on contact (${sql.raw(column)})`.execute(
      database,
    );
  }
  for (const column of ['channel', 'feeling']) {
    await sql`
      create index ${sql.raw(`contact_by_${column}`)} on contact (${sql.raw(column)})
      where ${sql.raw(column)} is not null`.execute(database);
  }
}
