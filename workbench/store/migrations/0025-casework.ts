import { type Kysely, sql } from 'kysely';

/**
 * Dossiers and what hangs on them, as the centre keeps them: the fields of each row as JSON, by the rules
 * that desk and centre share. What is looked for stands in columns of its own, filled from those fields.
 * None of them says where somebody was, or when.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table casework (
      row_id integer primary key,
      entity text not null check (
        entity in ('dossier', 'action', 'measure', 'delivery', 'means-step', 'deal', 'lesson')),
      id text not null,
      dossier_id text not null,
      action_id text not null,
      neighbourhood_id text not null,
      state text not null,
      fields text not null check (json_valid(fields)),
      version integer not null,
      unique (entity, id)
    ) strict`.execute(database);
  await sql`create index casework_of_dossier on casework (dossier_id, entity)`.execute(database);
  await sql`create index casework_of_action on casework (action_id, entity)`.execute(database);
  await sql`create index casework_by_state on casework (entity, state, id)`.execute(database);
  await sql`
    create table casework_segment (
      segment_id text not null,
      entity text not null,
      id text not null,
      primary key (segment_id, entity, id),
      foreign key (entity, id) references casework (entity, id) on delete cascade
    ) strict, without rowid`.execute(database);
  await sql`create index casework_segment_of_row on casework_segment (entity, id)`.execute(
    database,
  );
  await sql`
    create table casework_contact (
      contact_id text not null,
      entity text not null,
      id text not null,
      primary key (contact_id, entity, id),
      foreign key (entity, id) references casework (entity, id) on delete cascade
    ) strict, without rowid`.execute(database);
  await sql`create index casework_contact_of_row on casework_contact (entity, id)`.execute(
    database,
  );
}
