import { type Kysely, sql } from 'kysely';

/**
 * What residents need, street by street: few contacts say so, and without this the newest of them would be
 * looked for among all contacts of a busy street.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create index contact_need_of_street on contact (street_id, row_id)
    where need <> '' and withdrawn = 0 and sensitivity = 'normal'`.execute(database);
}
