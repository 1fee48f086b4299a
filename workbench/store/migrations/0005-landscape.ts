import { type Kysely, sql } from 'kysely';

/**
 * What gives a town its face on the map and belongs to no street: water, green and railways. Dated as
 * the rest of the territory is. `geometry` is one GeoJSON geometry, WGS 84 degrees.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table landscape (
      row_id integer primary key,
      id text not null unique,
      kind text not null check (kind in ('water', 'green', 'rail')),
      official_id text not null,
      name_nl text not null,
      name_fr text not null,
      geometry text not null check (json_valid(geometry)),
      valid_from text not null,
      valid_to text not null,
      opened_by text not null,
      closed_by text not null,
      check (valid_from < valid_to)
    ) strict`.execute(database);
  await sql`create index landscape_by_kind on landscape (kind, official_id, valid_to)`.execute(
    database,
  );
  await sql`create index landscape_opened_by on landscape (opened_by)`.execute(database);
  await sql`create index landscape_closed_by on landscape (closed_by)`.execute(database);
}
