import { type Kysely, sql } from 'kysely';

/** code, Dutch, French, English. */
const KINDS: readonly (readonly [code: string, nl: string, fr: string, en: string])[] = [
  ['burglary', 'Inbraak', 'Cambriolage', 'Burglary'],
  ['robbery', 'Diefstal met geweld', 'Vol avec violence', 'Robbery'],
  ['theft', 'Diefstal', 'Vol', 'Theft'],
  ['pickpocketing', 'Gauwdiefstal', 'Vol à la tire', 'Pickpocketing'],
  ['shoplifting', 'Winkeldiefstal', 'Vol à l’étalage', 'Shoplifting'],
  ['bicycle-theft', 'Fietsdiefstal', 'Vol de vélo', 'Bicycle theft'],
  [
    'vehicle-crime',
    'Diefstal van of uit voertuigen',
    'Vol de ou dans un véhicule',
    'Theft of or from vehicles',
  ],
  ['violence', 'Geweld', 'Violence', 'Violence'],
  ['vandalism', 'Vernieling', 'Vandalisme', 'Vandalism'],
  ['drugs', 'Drugs', 'Stupéfiants', 'Drugs'],
  ['weapons', 'Wapens', 'Armes', 'Weapons'],
  ['public-order', 'Openbare orde', 'Ordre public', 'Public order'],
  ['nuisance', 'Overlast', 'Nuisances', 'Nuisance'],
  ['dumping', 'Sluikstort', 'Dépôt clandestin', 'Dumping'],
  ['speeding', 'Te snel rijden', 'Excès de vitesse', 'Speeding'],
  ['parking', 'Foutparkeren', 'Stationnement interdit', 'Illegal parking'],
  ['access-restriction', 'Inrijverbod', 'Interdiction d’accès', 'Access restriction'],
  ['collision', 'Ongeval', 'Accident', 'Collision'],
  ['other', 'Iets anders', 'Autre chose', 'Something else'],
];

/**
 * Recorded facts travel in batches, some hundred to a row, and lie here as narrow rows that answer for
 * streets, segments and neighbourhoods by an index each.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table fact_source (
      id text not null primary key,
      name text not null check (name <> ''),
      origin text not null check (origin in ('public', 'partner', 'police')),
      credit text not null,
      mapping text check (json_valid(mapping)),
      breaks text not null check (json_valid(breaks)),
      version integer not null
    ) strict, without rowid`.execute(database);
  await sql`
    create table fact_import (
      id text not null primary key,
      source_id text not null references fact_source (id),
      file_name text not null,
      imported_at text not null,
      imported_by text not null,
      plan text not null check (json_valid(plan)),
      counts text not null check (json_valid(counts)),
      undone_at text,
      version integer not null
    ) strict, without rowid`.execute(database);
  await sql`create index fact_import_of_source on fact_import (source_id)`.execute(database);
  await sql`
    create table fact_import_refusal (
      import_id text not null references fact_import (id) on delete cascade,
      position integer not null,
      row_number integer not null,
      reason text not null,
      field text not null,
      value text not null,
      primary key (import_id, position)
    ) strict, without rowid`.execute(database);
  await sql`
    create table fact_batch (
      id text not null primary key,
      import_id text not null references fact_import (id) on delete cascade,
      neighbourhood_id text,
      version integer not null
    ) strict, without rowid`.execute(database);
  await sql`create index fact_batch_of_import on fact_batch (import_id)`.execute(database);
  await sql`
    create table fact (
      row_id integer primary key,
      batch_id text not null references fact_batch (id) on delete cascade,
      import_id text not null,
      source_id text not null,
      external_id text,
      kind text not null,
      origin text not null check (origin in ('public', 'partner', 'police')),
      amount integer not null check (amount > 0),
      precision text not null check (precision in ('moment', 'day', 'month', 'year')),
      first_day text not null,
      last_day text not null,
      occurred_at text,
      hour integer check (hour between 0 and 23),
      weekday integer check (weekday between 1 and 7),
      longitude real,
      latitude real,
      tie text not null check (tie in (
        'name', 'nearest', 'street', 'ambiguous', 'too-far', 'outside', 'no-place')),
      street_id text,
      segment_id text,
      neighbourhood_id text,
      place_text text,
      outcome text,
      counts integer not null check (counts in (0, 1)),
      check (first_day <= last_day),
      check ((precision = 'moment') = (occurred_at is not null)),
      check ((precision = 'moment') = (hour is not null)),
      check ((precision in ('moment', 'day')) = (weekday is not null)),
      check ((longitude is null) = (latitude is null)),
      check ((tie in ('name', 'nearest')) = (segment_id is not null)),
      check (segment_id is null or street_id is not null)
    ) strict`.execute(database);
  await sql`create index fact_of_batch on fact (batch_id)`.execute(database);
  await sql`create index fact_of_import on fact (import_id)`.execute(database);
  await sql`
    create index fact_by_external_id on fact (source_id, external_id, import_id)
    where external_id is not null`.execute(database);
  // Whole rows of what is summed: a year of a town is read out of the index alone.
  for (const place of ['segment', 'street', 'neighbourhood']) {
    await sql`
      create index ${sql.raw(`fact_by_${place}`)} on fact (
        ${sql.raw(`${place}_id`)}, first_day, last_day, kind, origin, hour, weekday, amount)
      where counts = 1 and ${sql.raw(`${place}_id`)} is not null`.execute(database);
  }
  await sql`
    create index fact_by_day on fact (first_day, last_day, kind, origin, segment_id, amount)
    where counts = 1`.execute(database);

  for (const [index, [code, nl, fr, en]] of KINDS.entries()) {
    // The same id on every desk, so that a starter code that is reworded is the same one everywhere.
    const id = `00e00000-0000-7000-8000-${String(800 + index).padStart(12, '0')}`;
    await sql`
      insert or ignore into code values (
        ${id}, 'fact-kind', ${code}, ${nl}, ${fr}, ${en}, '', ${(index + 1) * 10},
        '2000-01-01', '9999-12-31', 1)`.execute(database);
  }
}
