import { type Kysely, sql } from 'kysely';

/**
 * What was erased leaves a trace without content, so that it does not come again from a desk that still
 * has it. The second wall lets everybody leave one for a row that was to hang on an erased one, and nothing
 * but that. What was set aside leaves quarantine with its outcome, whoever gives it: the role that pushes
 * takes nothing else away there.
 */
const STATEMENTS = [
  `create function hangs_on_erased(given_entity text, given_id text) returns boolean
    language sql stable security definer set search_path from current as $$
    select exists (select 1 from entity_row
      where zone = current_setting('wijkwerk.zone', true) and entity = given_entity
        and entity_id = given_id and state = 'erased')
  $$`,
  `grant execute on function hangs_on_erased(text, text) to wijkwerk_push`,
  `create policy push_leaves_trace on entity_row for insert to wijkwerk_push with check (
    zone = (select current_setting('wijkwerk.zone', true)) and (select writing_role()) is not null
    and state = 'erased' and version = 1 and fields = '{}'::jsonb and cardinality(scopes) = 0
    and hangs_on_erased(parent_entity, parent_id))`,
  `create function leave_quarantine() returns trigger
    language plpgsql security definer set search_path from current as $$
    begin
      delete from quarantine where zone = new.zone and op_id = new.op_id;
      return null;
    end $$`,
  `create trigger operation_leaves_quarantine after update of outcome on operation for each row
    when (old.outcome = 'quarantined' and new.outcome <> 'quarantined')
    execute function leave_quarantine()`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}
