import { type Kysely, sql } from 'kysely';

/**
 * The second wall, for rows that may be restricted. Who wrote one has it in a scope of their own, wherever
 * it lies, so that seeing it says nothing of a right to its neighbourhood: a row that moves must come from
 * a place that is open to the officer, and go to one. What lies nowhere is its author's. A test compares
 * the entities with the rules; what hangs on such a row moves with it, in the same transaction.
 */
const STATEMENTS = [
  `create table restrictable_entity (entity text collate "C" not null primary key)`,
  `insert into restrictable_entity values ('contact')`,
  `create function whereabouts(given text[]) returns text language sql immutable as $$
    select regexp_replace(scope, '/restricted$', '') from unnest(given) as scope
    where scope ~ '^(neighbourhood:|district:|unplaced(/|$))' limit 1
  $$`,
  `create function opens(given text[], seen text[]) returns boolean language sql immutable
    set search_path from current as $$
    select whereabouts(given) = any (seen)
      or (whereabouts(given) = 'unplaced' and exists (
        select 1 from unnest(given) as scope where scope like 'user:%' and scope = any (seen)))
  $$`,
  // The row as it was before the statement; a policy cannot ask its own table.
  `create function moved_beyond(given_entity text, given_id text, given text[], seen text[])
    returns boolean language sql stable security definer set search_path from current as $$
    select exists (select 1 from entity_row r
      where r.zone = current_setting('wijkwerk.zone', true) and r.entity = given_entity
        and r.entity_id = given_id
        and whereabouts(r.scopes) <> whereabouts(given)
        and not (opens(r.scopes, seen) and opens(given, seen)))
  $$`,
  `create function entities_with_restricted_rows() returns text[]
    language sql stable security definer set search_path from current as $$
    select coalesce(array_agg(entity), '{}') from restrictable_entity
  $$`,
  `grant execute on function entities_with_restricted_rows(), whereabouts(text[]), opens(text[], text[]),
    moved_beyond(text, text, text[], text[]) to wijkwerk_push`,
];

const STAYS_WITHIN = `not (entity = any ((select entities_with_restricted_rows())::text[]))
  or not moved_beyond(entity, entity_id, scopes, (select visible_scopes())::text[])`;

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of [
    ...STATEMENTS,
    `create policy push_moves_row on entity_row as restrictive for update to wijkwerk_push
      using (true) with check (${STAYS_WITHIN})`,
  ]) {
    await sql.raw(statement).execute(database);
  }
}
