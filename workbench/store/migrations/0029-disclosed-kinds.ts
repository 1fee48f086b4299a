import { type Kysely, sql } from 'kysely';

/**
 * Not contacts and calendars alone leave a desk: deals and sheets do as well. What left is a kind and what finds it again;
 * kinds are not listed here, so that a new one needs no other table.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table disclosure_of_any (
      id text not null primary key,
      made_at text not null,
      officer_id text not null references officer (id),
      format text not null check (format in ('csv', 'geojson', 'icalendar', 'open311', 'paper')),
      what text not null check (what <> ''),
      items integer not null check (items >= 0),
      restricted integer not null check (restricted in (0, 1)),
      assessments integer not null check (assessments in (0, 1)),
      recipient text not null,
      subject text not null check (json_valid(subject))
    ) strict, without rowid`.execute(database);
  await sql`
    insert into disclosure_of_any
      select id, made_at, officer_id, format,
        iif(format = 'icalendar', 'calendar', 'contacts'),
        iif(format = 'icalendar', entries, contacts),
        restricted, assessments, recipient,
        iif(format = 'icalendar', json_object('what', 'calendar', 'board', json(view)),
          json_object('what', 'contacts', 'view', json(view)))
      from disclosure`.execute(database);
  // Foreign keys are on, so that dropping deletes the rows first; the copies stand.
  await sql`drop trigger disclosure_delete_refused`.execute(database);
  await sql`drop table disclosure`.execute(database);
  await sql`alter table disclosure_of_any rename to disclosure`.execute(database);
  for (const event of ['update', 'delete'] as const) {
    await sql`
      create trigger ${sql.raw(`disclosure_${event}_refused`)} before ${sql.raw(event)} on disclosure
      begin select raise(abort, 'disclosures are never edited'); end`.execute(database);
  }
}
