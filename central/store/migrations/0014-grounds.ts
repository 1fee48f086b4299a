import { type Kysely, sql } from 'kysely';

/**
 * The grounds of a step on the ladder of means are filled in by who noted it, who decided, or who leads. The database
 * judges it by the row as it was, once more after the application.
 */
const STATEMENTS = [
  `create function gives_grounds_of_others(given_id text, given jsonb) returns boolean
    language sql stable security definer set search_path from current as $$
    select exists (
      select 1 from entity_row r
      cross join unnest(array['legalGround', 'necessity', 'proportionality', 'decidedBy']) ground
      where r.zone = current_setting('wijkwerk.zone', true)
        and r.entity = 'means-step' and r.entity_id = given_id
        and given ->> ground is not null
        and given ->> ground is distinct from r.fields ->> ground
        and current_setting('wijkwerk.officer', true) is distinct from r.fields ->> 'authorId'
        and current_setting('wijkwerk.officer', true) is distinct from r.fields ->> 'decidedBy')
  $$`,
  `grant execute on function gives_grounds_of_others(text, jsonb) to wijkwerk_push`,
  `create policy push_grounds_changed on entity_row as restrictive for update to wijkwerk_push
    using (true) with check (entity <> 'means-step'
      or (select writing_role()) in ('team-lead', 'administrator')
      or not gives_grounds_of_others(entity_id, fields))`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}
