import { type Kysely, sql } from 'kysely';

/**
 * What the pages of a street, a neighbourhood and the promises ask for. The picture of a street counts
 * its contacts by moment, reason and feeling: all three stand in the index itself, so that twenty
 * thousand contacts are counted without reading one of them.
 */
export async function up(database: Kysely<never>): Promise<void> {
  for (const [name, column] of [
    ['street', 'street_id'],
    ['neighbourhood', 'neighbourhood_id'],
  ] as const) {
    await sql`drop index ${sql.raw(`contact_by_${name}`)}`.execute(database);
    await sql`
      create index ${sql.raw(`contact_by_${name}`)}
      on contact (${sql.raw(column)}, row_id, withdrawn, reason, feeling)`.execute(database);
  }
  await sql`drop index promise_open`.execute(database);
  await sql`
    create index promise_open on promise (due_on, id, street_id) where state = 'open'`.execute(
    database,
  );
  await sql`drop index promise_by_street`.execute(database);
  await sql`create index promise_by_street on promise (street_id, due_on, id)`.execute(database);
  await sql`create index promise_by_owner on promise (owner_id, due_on, id)`.execute(database);
  await sql`create index promise_by_due on promise (due_on, id)`.execute(database);
}
