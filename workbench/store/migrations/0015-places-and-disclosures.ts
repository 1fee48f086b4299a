import { type Kysely, sql } from 'kysely';

/** The neighbourhood beside each promise, and what left the desk. */
export async function up(database: Kysely<never>): Promise<void> {
  await placePromises(database);
  await keepDisclosures(database);
}

/**
 * The neighbourhood of its contact stands in the promise too, kept by triggers: the page of a neighbourhood
 * finds its promises by one index, instead of looking up the contact of every promise of its streets.
 */
async function placePromises(database: Kysely<never>): Promise<void> {
  await sql`alter table promise add column neighbourhood_id text`.execute(database);
  await sql`
    update promise set neighbourhood_id =
      (select neighbourhood_id from contact where contact.id = promise.contact_id)`.execute(
    database,
  );
  await sql`
    create index promise_by_neighbourhood on promise (neighbourhood_id, state, due_on, id)`.execute(
    database,
  );
  for (const [name, event] of [
    ['promise_placed', 'insert'],
    ['promise_moved', 'update of contact_id'],
  ] as const) {
    await sql`
      create trigger ${sql.raw(name)} after ${sql.raw(event)} on promise begin
        update promise set neighbourhood_id =
          (select neighbourhood_id from contact where contact.id = new.contact_id)
        where id = new.id;
      end`.execute(database);
  }
  await sql`
    create trigger promise_follows_contact after update of neighbourhood_id on contact
    when new.neighbourhood_id is not old.neighbourhood_id begin
      update promise set neighbourhood_id = new.neighbourhood_id where contact_id = new.id;
    end`.execute(database);
}

/** Who took which contacts off the desk, when, in what form and for whom; never edited. */
async function keepDisclosures(database: Kysely<never>): Promise<void> {
  await sql`
    create table disclosure (
      id text not null primary key,
      made_at text not null,
      officer_id text not null references officer (id),
      format text not null check (format in ('csv', 'geojson', 'paper')),
      contacts integer not null check (contacts >= 0),
      restricted integer not null check (restricted in (0, 1)),
      assessments integer not null check (assessments in (0, 1)),
      recipient text not null,
      view text not null check (json_valid(view))
    ) strict, without rowid`.execute(database);
  for (const event of ['update', 'delete'] as const) {
    await sql`
      create trigger ${sql.raw(`disclosure_${event}_refused`)} before ${sql.raw(event)} on disclosure
      begin select raise(abort, 'disclosures are never edited'); end`.execute(database);
  }
}
