import { type Kysely, sql } from 'kysely';

/** Open dossiers by the day on which their assessment is to be looked at again. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create index casework_by_review on casework (entity, fields ->> '$.reviewOn', id)
    where state <> 'closed'`.execute(database);
}
