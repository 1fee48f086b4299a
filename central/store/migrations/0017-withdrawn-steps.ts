import { type Kysely, sql } from 'kysely';

/**
 * A step on the ladder of means is withdrawn by who noted it, who decided, or who leads. The database judges it by the
 * row as it was, once more after the application.
 */
const STATEMENTS = [
  `create function withdraws_step_of_others(given_id text, given jsonb) returns boolean
    language sql stable security definer set search_path from current as $$
    select exists (
      select 1 from entity_row r
      where r.zone = current_setting('wijkwerk.zone', true)
        and r.entity = 'means-step' and r.entity_id = given_id
        and given ->> 'withdrawnBy' is distinct from r.fields ->> 'withdrawnBy'
        and current_setting('wijkwerk.officer', true) is distinct from r.fields ->> 'authorId'
        and current_setting('wijkwerk.officer', true) is distinct from r.fields ->> 'decidedBy')
  $$`,
  `grant execute on function withdraws_step_of_others(text, jsonb) to wijkwerk_push`,
  `create policy push_step_withdrawn on entity_row as restrictive for update to wijkwerk_push
    using (true) with check (entity <> 'means-step'
      or state <> 'present'
      or (select writing_role()) in ('team-lead', 'administrator')
      or not withdraws_step_of_others(entity_id, fields))`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}
