import { type Kysely, sql } from 'kysely';

/** When each officer is away, and who stands in: a row for each, its days as JSON. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table absence (
      officer_id text not null primary key,
      periods text not null check (json_valid(periods) and json_type(periods) = 'array'),
      version integer not null
    ) strict, without rowid`.execute(database);
}
