import { type Kysely, sql } from 'kysely';

/** What the district board looks for, in narrow rows of its own, and that calendars leave the desk. */
export async function up(database: Kysely<never>): Promise<void> {
  await narrowRows(database);
  await keepCalendars(database);
}

/**
 * The board asks about all actions of a district at once; their rows hold long texts as JSON. What it looks for
 * stands in narrow rows, kept by triggers however a row comes here. Their columns take what a newer desk may have
 * written otherwise: who reads them judges.
 */
async function narrowRows(database: Kysely<never>): Promise<void> {
  await sql`
    create table board_action (
      id text not null primary key,
      dossier_id text not null,
      state text not null,
      starts_on any,
      ends_on any,
      owner_id any,
      cover_id any,
      answer_by any
    ) strict, without rowid`.execute(database);
  await sql`
    create table board_measure (
      action_id text not null,
      id text not null,
      segment_id any,
      street_id any,
      type any,
      minutes any,
      times_per_week any,
      windows any,
      officer_id any,
      partner_id any,
      primary key (action_id, id)
    ) strict, without rowid`.execute(database);
  await sql`create index board_measure_of_officer on board_measure (officer_id, action_id)`.execute(
    database,
  );
  await sql`
    create table board_review (
      id text not null primary key,
      dossier_id text not null
    ) strict, without rowid`.execute(database);
  await sql`
    create table board_dossier (
      id text not null primary key,
      neighbourhood_id text not null
    ) strict, without rowid`.execute(database);
  for (const { name, entity, isShown, table, key, columns } of NARROW) {
    const names = columns.map(([column]) => column).join(', ');
    const valuesOf = (row: string): string =>
      columns.map(([, value]) => value.replaceAll('row.', `${row}.`)).join(', ');
    const shown = (row: string): string => isShown.replaceAll('row.', `${row}.`);
    const insert = `insert into ${table} (${names}) select ${valuesOf('new')} where ${shown('new')};`;
    const remove = `delete from ${table} where ${key.map((one) => `${one} = old.${one}`).join(' and ')};`;
    for (const [event, row, steps] of [
      ['insert', 'new', insert],
      ['update', 'new', `${remove} ${insert}`],
      ['delete', 'old', remove],
    ] as const) {
      const trigger = `create trigger board_${name}_${event} after ${event} on casework
        when ${row}.entity = '${entity}' begin ${steps} end`;
      await sql.raw(trigger).execute(database);
    }
    const fill = `insert into ${table} (${names}) select ${valuesOf('casework')} from casework
      where entity = '${entity}' and ${shown('casework')}`;
    await sql.raw(fill).execute(database);
  }
}

const field = (name: string): string => `row.fields ->> '$.${name}'`;

const NARROW = [
  {
    name: 'dossier',
    entity: 'dossier',
    table: 'board_dossier',
    key: ['id'],
    isShown: 'true',
    columns: [
      ['id', 'row.id'],
      ['neighbourhood_id', 'row.neighbourhood_id'],
    ],
  },
  {
    name: 'action',
    entity: 'action',
    table: 'board_action',
    key: ['id'],
    isShown: 'true',
    columns: [
      ['id', 'row.id'],
      ['dossier_id', 'row.dossier_id'],
      ['state', 'row.state'],
      ['starts_on', field('startsOn')],
      ['ends_on', field('endsOn')],
      ['owner_id', field('ownerId')],
      ['cover_id', field('coverId')],
      ['answer_by', field('answerBy')],
    ],
  },
  {
    name: 'measure',
    entity: 'measure',
    table: 'board_measure',
    key: ['action_id', 'id'],
    isShown: `${field('removed')} is 0`,
    columns: [
      ['id', 'row.id'],
      ['action_id', 'row.action_id'],
      ['segment_id', field('segmentId')],
      ['street_id', field('streetId')],
      ['type', field('type')],
      ['minutes', field('minutes')],
      ['times_per_week', field('timesPerWeek')],
      // As JSON, whatever it is.
      ['windows', `row.fields -> '$.windows'`],
      ['officer_id', field('officerId')],
      ['partner_id', field('partnerId')],
    ],
  },
  {
    name: 'review',
    entity: 'means-step',
    table: 'board_review',
    key: ['id'],
    isShown: `${field('kind')} is 'taken' and ${field('urgent')} is 1 and ${field('reviewedBy')} is null`,
    columns: [
      ['id', 'row.id'],
      ['dossier_id', 'row.dossier_id'],
    ],
  },
] as const;

/** A calendar file is one more form in which something leaves the desk; it counts entries, not contacts. */
async function keepCalendars(database: Kysely<never>): Promise<void> {
  await sql`alter table disclosure rename to disclosure_before`.execute(database);
  await sql`
    create table disclosure (
      id text not null primary key,
      made_at text not null,
      officer_id text not null references officer (id),
      format text not null check (format in ('csv', 'geojson', 'paper', 'icalendar')),
      contacts integer not null check (contacts >= 0),
      entries integer not null default 0 check (entries >= 0),
      restricted integer not null check (restricted in (0, 1)),
      assessments integer not null check (assessments in (0, 1)),
      recipient text not null,
      view text not null check (json_valid(view))
    ) strict, without rowid`.execute(database);
  await sql`
    insert into disclosure (id, made_at, officer_id, format, contacts, restricted, assessments, recipient, view)
    select id, made_at, officer_id, format, contacts, restricted, assessments, recipient, view
    from disclosure_before`.execute(database);
  await sql`drop table disclosure_before`.execute(database);
  for (const event of ['update', 'delete'] as const) {
    await sql`
      create trigger ${sql.raw(`disclosure_${event}_refused`)} before ${sql.raw(event)} on disclosure
      begin select raise(abort, 'disclosures are never edited'); end`.execute(database);
  }
}
