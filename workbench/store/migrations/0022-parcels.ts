import { type Kysely, sql } from 'kysely';

/**
 * Parcels: those that this desk made, by which it opens the receipts, and those of colleagues that it
 * carries to the centre, which it cannot read.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table parcel_made (
      id text not null primary key,
      made_at text not null,
      secret text not null,
      header_hash text not null,
      epoch text,
      last_seq integer not null check (last_seq >= 0),
      operations integer not null check (operations >= 0),
      files integer not null check (files >= 0),
      receipts_at text,
      refused text not null
    ) strict, without rowid`.execute(database);
  await sql`create index parcel_made_in_order on parcel_made (made_at desc, id desc)`.execute(
    database,
  );
  await sql`
    create table parcel_carried (
      id text not null primary key,
      header text not null,
      made_at text not null,
      operations integer not null check (operations >= 0),
      files integer not null check (files >= 0),
      bytes integer not null check (bytes > 0),
      taken_at text not null,
      delivered_at text,
      refused text not null
    ) strict, without rowid`.execute(database);
  // The seal of a part gives way to the receipt for it.
  await sql`
    create table parcel_part (
      row_id integer primary key,
      parcel_id text not null references parcel_carried (id) on delete cascade,
      position integer not null check (position >= 0),
      last integer not null check (last in (0, 1)),
      is_receipt integer not null check (is_receipt in (0, 1)),
      proof blob not null check (length(proof) = 64),
      sealed blob not null,
      unique (parcel_id, position)
    ) strict`.execute(database);
  // Answered by a receipt, while what the centre made of it has not come by a pull.
  await sql`
    create table answered_ahead (op_id text not null primary key) strict, without rowid`.execute(
    database,
  );
}
