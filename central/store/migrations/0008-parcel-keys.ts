import { type Kysely, sql } from 'kysely';

/**
 * What desks without a line seal their parcels for. The role that reads for desks has no right to this
 * table. A key stays for as long as the zone does: a parcel may be on its way for weeks.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table parcel_key (
      zone text collate "C" not null references zone (id),
      id text collate "C" not null,
      public_key text not null,
      private_key text not null,
      made_at text not null,
      primary key (zone, id)
    )`.execute(database);
}
