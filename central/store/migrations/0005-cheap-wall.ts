import { type Kysely, sql } from 'kysely';

/**
 * The second wall finds out once in a transaction what the officer may see, and keeps it in
 * `wijkwerk.scopes` as JSON: asked by every branch of the feed, it took longer than the feed itself. `?`
 * looks a scope up by halving, and is nothing that the index of the feed could be searched by, so that
 * this index is still read in the order of commits. Where nothing was kept, nothing is seen.
 */
const HELD = `(select nullif(current_setting('wijkwerk.scopes', true), '')::jsonb)`;
const OF_THE_ZONE = `zone = (select current_setting('wijkwerk.zone', true))`;

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of [
    `alter policy desk_reads_index on scope_index using (${OF_THE_ZONE} and ${HELD} ? scope)`,
    `alter policy desk_reads_sum on scope_sum using (${OF_THE_ZONE} and ${HELD} ? scope)`,
    `alter policy desk_reads_row on entity_row using (${OF_THE_ZONE} and ${HELD} ?| scopes)`,
  ]) {
    await sql.raw(statement).execute(database);
  }
  // Rows are hidden by their own scopes: nothing asks this index.
  await sql`drop index scope_index_by_row`.execute(database);
}
