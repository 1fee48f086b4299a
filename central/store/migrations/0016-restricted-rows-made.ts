import { type Kysely, sql } from 'kysely';

/**
 * The second wall, for rows that may be restricted, as they are made: who writes one has it in a scope of their
 * own, which says nothing of a right to its neighbourhood. What is gone already lies in no place.
 */
const MADE_WITHIN = `state <> 'present'
  or not (entity = any ((select entities_with_restricted_rows())::text[]))
  or opens(scopes, (select visible_scopes())::text[])`;

export async function up(database: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `create policy push_makes_row on entity_row as restrictive for insert to wijkwerk_push
        with check (${MADE_WITHIN})`,
    )
    .execute(database);
}
