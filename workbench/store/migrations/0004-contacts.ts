import { type Kysely, sql } from 'kysely';

/** Contacts are immutable once submitted; drafts are the opposite and live beside them. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table contact (
      row_id integer primary key,
      id text not null unique,
      occurred_at text not null,
      logged_at text not null,
      author_id text not null references officer (id),
      street_id text not null references street (id),
      house_number text not null,
      neighbourhood_id text references area (id),
      longitude real,
      latitude real,
      place_source text not null check (place_source in ('pointed', 'address', 'street', 'unknown')),
      reason text not null,
      summary text not null,
      next_step text not null,
      next_note text not null,
      version integer not null,
      check ((longitude is null) = (latitude is null)),
      check ((longitude is null) = (place_source = 'unknown'))
    ) strict`.execute(database);
  await sql`create index contact_by_time on contact (occurred_at desc, id desc)`.execute(database);
  await sql`
    create index contact_by_reason on contact (reason, occurred_at desc, id desc)`.execute(
    database,
  );
  await sql`
    create index contact_by_street on contact (street_id, occurred_at desc, id desc)`.execute(
    database,
  );
  await sql`
    create index contact_by_neighbourhood on contact (neighbourhood_id, occurred_at desc, id desc)`.execute(
    database,
  );
  await sql`
    create virtual table contact_place using rtree (row_id, west, east, south, north)`.execute(
    database,
  );
  await sql`
    create trigger contact_is_immutable before update of
      occurred_at, logged_at, author_id, street_id, house_number, reason, summary, next_step, next_note
    on contact begin
      select raise(abort, 'a submitted contact is never edited');
    end`.execute(database);

  await sql`
    create table contact_draft (
      id text not null primary key,
      form text not null check (json_valid(form)),
      saved_at text not null
    ) strict, without rowid`.execute(database);

  await sql`
    create table promise (
      id text not null primary key,
      contact_id text not null references contact (id),
      owner_id text not null references officer (id),
      street_id text not null references street (id),
      text text not null,
      due_on text not null,
      state text not null check (state in ('open', 'kept', 'not-kept')),
      outcome text not null,
      closed_at text,
      version integer not null,
      check ((state = 'open') = (closed_at is null))
    ) strict, without rowid`.execute(database);
  await sql`create index promise_of_contact on promise (contact_id)`.execute(database);
  await sql`
    create index promise_open on promise (due_on) where state = 'open'`.execute(database);
}
