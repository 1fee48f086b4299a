import { type Kysely, sql } from 'kysely';

/**
 * Dated reference data. `row_id` is the key of the R*Tree indexes and survives VACUUM; `id` is the
 * key of everything else. Bounds and lines are WGS 84 degrees, geometry is GeoJSON coordinates.
 */
export async function up(database: Kysely<never>): Promise<void> {
  const validity = sql`
    valid_from text not null,
    valid_to text not null,
    opened_by text not null,
    closed_by text not null`;

  await sql`
    create table territory_import (
      id text not null primary key,
      layer text not null,
      file_name text not null,
      source_sha256 text not null,
      plan text not null check (json_valid(plan)),
      imported_at text not null,
      imported_by text not null,
      valid_from text not null,
      counts text not null check (json_valid(counts)),
      undone_at text
    ) strict, without rowid`.execute(database);
  await sql`
    create table territory_import_refusal (
      import_id text not null references territory_import (id),
      position integer not null,
      row_number integer not null,
      reason text not null,
      field text not null,
      value text not null,
      primary key (import_id, position)
    ) strict, without rowid`.execute(database);
  await sql`
    create table territory_correction (
      import_id text not null references territory_import (id),
      position integer not null,
      entity text not null check (entity in ('area', 'street', 'segment', 'address')),
      row_id integer not null,
      before text not null check (json_valid(before)),
      primary key (import_id, position)
    ) strict, without rowid`.execute(database);
  await sql`
    create index territory_correction_of_row on territory_correction (entity, row_id)`.execute(
    database,
  );
  await sql`
    create table source_file (
      sha256 text not null primary key,
      size integer not null,
      content blob not null
    ) strict`.execute(database);

  await sql`
    create table area (
      row_id integer primary key,
      id text not null unique,
      kind text not null
        check (kind in ('zone', 'municipality', 'sub-municipality', 'district', 'neighbourhood')),
      official_id text not null,
      name_nl text not null,
      name_fr text not null,
      parent_id text,
      geometry text not null check (json_valid(geometry)),
      ${validity},
      check (valid_from < valid_to)
    ) strict`.execute(database);
  await sql`create index area_by_kind on area (kind, official_id, valid_to)`.execute(database);
  await sql`create index area_opened_by on area (opened_by)`.execute(database);
  await sql`create index area_closed_by on area (closed_by)`.execute(database);
  await sql`
    create virtual table area_bounds using rtree (row_id, west, east, south, north)`.execute(
    database,
  );

  await sql`
    create table street (
      row_id integer primary key,
      id text not null unique,
      official_id text not null,
      name_nl text not null,
      name_fr text not null,
      municipality_code text not null,
      sub_municipality text not null,
      postcode text not null,
      ${validity},
      check (valid_from < valid_to)
    ) strict`.execute(database);
  await sql`create index street_by_official_id on street (official_id, valid_to)`.execute(database);
  await sql`create index street_by_name on street (name_nl, valid_to)`.execute(database);
  await sql`create index street_opened_by on street (opened_by)`.execute(database);
  await sql`create index street_closed_by on street (closed_by)`.execute(database);

  await sql`
    create table segment (
      row_id integer primary key,
      id text not null unique,
      official_id text not null,
      street_id text not null references street (id),
      neighbourhood_id text references area (id),
      geometry text not null check (json_valid(geometry)),
      length_metres real not null,
      road_class text not null check (road_class in ('main', 'connecting', 'local', 'path')),
      ${validity},
      check (valid_from < valid_to)
    ) strict`.execute(database);
  await sql`create index segment_by_official_id on segment (official_id, valid_to)`.execute(
    database,
  );
  await sql`create index segment_by_street on segment (street_id, valid_to)`.execute(database);
  await sql`create index segment_by_neighbourhood on segment (neighbourhood_id, valid_to)`.execute(
    database,
  );
  await sql`create index segment_opened_by on segment (opened_by)`.execute(database);
  await sql`create index segment_closed_by on segment (closed_by)`.execute(database);
  await sql`
    create virtual table segment_bounds using rtree (row_id, west, east, south, north)`.execute(
    database,
  );

  await sql`
    create table address (
      row_id integer primary key,
      id text not null unique,
      official_id text not null,
      street_id text not null references street (id),
      house_number text not null,
      box_number text not null,
      postcode text not null,
      longitude real not null,
      latitude real not null,
      neighbourhood_id text references area (id),
      ${validity},
      check (valid_from < valid_to)
    ) strict`.execute(database);
  await sql`create index address_by_official_id on address (official_id, valid_to)`.execute(
    database,
  );
  await sql`create index address_by_street on address (street_id, house_number, valid_to)`.execute(
    database,
  );
  await sql`create index address_opened_by on address (opened_by)`.execute(database);
  await sql`create index address_closed_by on address (closed_by)`.execute(database);
  await sql`create index address_by_neighbourhood on address (neighbourhood_id)`.execute(database);
}
