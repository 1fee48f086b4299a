import { type Kysely, sql } from 'kysely';

/**
 * Fields that only those who lead give another value, such as the answer to a proposal. Whoever may write
 * the row may not therefore write these: the database judges it by the row as it was, once more after the
 * application. A test compares the table with the rules.
 */
const STATEMENTS = [
  `create table leader_field (
    entity text collate "C" not null,
    field text collate "C" not null,
    primary key (entity, field)
  )`,
  `insert into leader_field values ('action', 'answeredBy'), ('means-step', 'reviewedBy')`,
  `create function gives_for_leaders(given_entity text, given_id text, given jsonb) returns boolean
    language sql stable security definer set search_path from current as $$
    select exists (
      select 1 from leader_field l
      where l.entity = given_entity and given ->> l.field is not null
        and given ->> l.field is distinct from (
          select r.fields ->> l.field from entity_row r
          where r.zone = current_setting('wijkwerk.zone', true)
            and r.entity = given_entity and r.entity_id = given_id))
  $$`,
  `grant execute on function gives_for_leaders(text, text, jsonb) to wijkwerk_push`,
];

const LED = `entity not in ('action', 'means-step')
  or (select writing_role()) in ('team-lead', 'administrator')
  or not gives_for_leaders(entity, entity_id, fields)`;

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of [
    ...STATEMENTS,
    `create policy push_leads_added on entity_row as restrictive for insert to wijkwerk_push
      with check (${LED})`,
    `create policy push_leads_changed on entity_row as restrictive for update to wijkwerk_push
      using (true) with check (${LED})`,
  ]) {
    await sql.raw(statement).execute(database);
  }
}
