import { type Kysely, sql } from 'kysely';

/**
 * Versions of the zone's territory. `here` is the one that this desk works with, `arriving` the newest that
 * the centre has, as long as it is another. An import is settled once a version was put in that it is not a
 * part of, or that somebody else made it for: it is not taken back here any more.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table zone_territory (
      place text not null primary key check (place in ('here', 'arriving')),
      version text not null check (json_valid(version)),
      credits text not null check (json_valid(credits)),
      since text not null,
      problem text not null
    ) strict, without rowid`.execute(database);
  await sql`
    alter table territory_import
    add column settled integer not null default 0 check (settled in (0, 1))`.execute(database);
  // What a desk imported for itself was set aside at the centre, where nobody has anything to decide.
  await sql`
    update operation_outcome set needs_attention = 0
    where op_id in (
      select op_id from operation
      where entity = 'territory-import' and state in ('quarantined', 'rejected'))`.execute(
    database,
  );
}
