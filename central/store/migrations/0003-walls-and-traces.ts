import { type Kysely, sql } from 'kysely';

/**
 * The second wall, for writing. Deciding what a desk pushed happens as a role that owns nothing, and the
 * database itself judges each row by where it was and where it will be: `entity_row` is where rights
 * matter, everything else only has to be of the same zone.
 */
const WRITING = [
  `do $$ begin
    create role wijkwerk_push nologin noinherit;
  exception when duplicate_object then null; end $$`,
  `grant wijkwerk_push to current_user`,
  // Who may write an entity that does not follow the scopes of its rows; a test compares it with the rules.
  `create table entity_writers (
    entity text collate "C" not null primary key,
    writers text not null check (writers in ('leaders', 'administrators')),
    self boolean not null
  )`,
  `insert into entity_writers values
    ('officer', 'leaders', true),
    ('post', 'leaders', false),
    ('code', 'leaders', false),
    ('territory-import', 'administrators', false)`,
  `create function writing_role() returns text
    language sql stable security definer set search_path from current as $$
    select role from account
    where zone = current_setting('wijkwerk.zone', true)
      and officer_id = current_setting('wijkwerk.officer', true)
      and not disabled
  $$`,
  `create function entities_written_by(given text) returns text[]
    language sql stable security definer set search_path from current as $$
    select coalesce(array_agg(entity), '{}') from entity_writers
    where (writers = 'leaders' and given in ('team-lead', 'administrator'))
      or (writers = 'administrators' and given = 'administrator')
  $$`,
  `create function entities_of_writers() returns text[]
    language sql stable security definer set search_path from current as $$
    select coalesce(array_agg(entity), '{}') from entity_writers
  $$`,
  // The row as it was before the statement; a policy cannot ask its own table.
  `create function lies_beyond(given_entity text, given_id text, seen text[]) returns boolean
    language sql stable security definer set search_path from current as $$
    select exists (select 1 from entity_row
      where zone = current_setting('wijkwerk.zone', true) and entity = given_entity
        and entity_id = given_id and not (scopes && seen))
  $$`,
  `create function entities_about_oneself() returns text[]
    language sql stable security definer set search_path from current as $$
    select coalesce(array_agg(entity), '{}') from entity_writers where self
  $$`,
];

const ZONE = `zone = (select current_setting('wijkwerk.zone', true))`;
const ROLE = `(select writing_role())`;
const SELF = `(entity_id = (select current_setting('wijkwerk.officer', true))
  and entity = any ((select entities_about_oneself())::text[]))`;
const BY_WRITERS = `(entity = any ((select entities_written_by(writing_role()))::text[]) or ${SELF})`;
const FOLLOWS_WRITERS = `entity = any ((select entities_of_writers())::text[])`;
const SEEN = `scopes && (select visible_scopes())::text[]`;

/** What may be changed, as it was. */
const BEFORE = `${ZONE} and ${ROLE} is not null and (
  ${ROLE} = 'data-protection-officer'
  or case when ${FOLLOWS_WRITERS} then ${BY_WRITERS} else ${SEEN} end)`;

/** What may come of it. Erasing is for one role, and that role moves nothing into its own reach by it. */
const AFTER = `${ZONE} and ${ROLE} is not null and case
  when state = 'erased' then ${ROLE} = 'data-protection-officer'
  when ${FOLLOWS_WRITERS} then ${BY_WRITERS}
  when ${ROLE} = 'data-protection-officer'
    and lies_beyond(entity, entity_id, (select visible_scopes())::text[]) then false
  else ${SEEN} or (state = 'deleted' and cardinality(scopes) = 0) end`;

const POLICIES = [
  `create policy push_reads_row on entity_row for select to wijkwerk_push using (${ZONE})`,
  `create policy push_adds_row on entity_row for insert to wijkwerk_push with check (${AFTER})`,
  `create policy push_changes_row on entity_row for update to wijkwerk_push
    using (${BEFORE}) with check (${AFTER})`,
  `create policy push_keeps_index on scope_index for all to wijkwerk_push
    using (${ZONE}) with check (${ZONE})`,
  `create policy push_keeps_sums on scope_sum for all to wijkwerk_push
    using (${ZONE}) with check (${ZONE})`,
  `create policy push_reads_operations on operation for select to wijkwerk_push using (${ZONE})`,
  `create policy push_adds_operations on operation for insert to wijkwerk_push with check (${ZONE}
    and device_id = (select current_setting('wijkwerk.device', true)))`,
  `create policy push_clears_operations on operation for update to wijkwerk_push
    using (${ZONE} and ${ROLE} = 'data-protection-officer')
    with check (${ZONE} and change is null)`,
  `grant select on zone, zone_clock, entity_row, scope_index, scope_sum, operation, desk_sequence,
    access_right, area to wijkwerk_push`,
  `grant select (zone, officer_id, login, display_name, role, disabled, bound) on account
    to wijkwerk_push`,
  `grant insert, update on entity_row, scope_index, scope_sum, operation, desk_sequence
    to wijkwerk_push`,
  `grant update (seq) on zone_clock to wijkwerk_push`,
  `grant select, insert on quarantine to wijkwerk_push`,
  `grant execute on function visible_scopes(), writing_role(), entities_written_by(text),
    entities_of_writers(), entities_about_oneself(), lies_beyond(text, text, text[]) to wijkwerk_push`,
];

/** How far each desk is, so that traces of what is gone can be cleared once nobody needs them. */
const TRACES = [
  `create table desk_progress (
    zone text collate "C" not null,
    device_id text collate "C" not null,
    passed_seq bigint not null,
    fetching_since bigint,
    primary key (zone, device_id)
  )`,
  `create index scope_index_traces on scope_index (zone, seq) where state <> 'present'`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of [...WRITING, ...POLICIES, ...TRACES]) {
    await sql.raw(statement).execute(database);
  }
  await sql
    .raw(
      `do $$ begin execute format('grant usage on schema %I to wijkwerk_push', current_schema()); end $$`,
    )
    .execute(database);
}
