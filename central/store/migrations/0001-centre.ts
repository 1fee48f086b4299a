import { type Kysely, sql } from 'kysely';

/**
 * `zone` leads every key, so that the tables can be spread over machines by it. Moments and days are
 * text in ISO 8601 that compares by byte, as on the desks.
 */
const TABLES = [
  `create table zone (
    id text collate "C" not null primary key,
    name text not null,
    epoch text not null
  )`,
  // The order of commits: this row is updated last in every transaction that writes.
  `create table zone_clock (
    zone text collate "C" not null primary key references zone (id),
    seq bigint not null,
    horizon bigint not null
  ) with (fillfactor = 50)`,
  `create table entity_row (
    zone text collate "C" not null,
    entity text collate "C" not null,
    entity_id text collate "C" not null,
    version integer not null,
    fields jsonb not null,
    created_by text not null,
    origins jsonb not null,
    state text not null check (state in ('present', 'deleted', 'erased')),
    parent_entity text collate "C",
    parent_id text collate "C",
    scopes text[] not null,
    seq bigint not null,
    primary key (zone, entity, entity_id)
  )`,
  `create index entity_row_by_parent on entity_row (zone, parent_id, parent_entity)
    where parent_id is not null`,
  `create table scope_index (
    zone text collate "C" not null,
    scope text collate "C" not null,
    entity text collate "C" not null,
    entity_id text collate "C" not null,
    seq bigint not null,
    state text not null check (state in ('present', 'left', 'deleted', 'erased')),
    primary key (zone, scope, entity, entity_id)
  )`,
  `create index scope_index_by_seq on scope_index (zone, scope, seq, entity, entity_id)`,
  // Which scopes a row is in, for the policy that hides it.
  `create index scope_index_by_row on scope_index (zone, entity, entity_id, scope)
    where state = 'present'`,
  `create table scope_sum (
    zone text collate "C" not null,
    scope text collate "C" not null,
    rows integer not null,
    digest bit(64) not null,
    primary key (zone, scope)
  )`,
  `create table operation (
    zone text collate "C" not null,
    op_id text collate "C" not null,
    device_id text collate "C" not null,
    device_seq integer not null,
    author_id text not null,
    made_at text not null,
    entity text collate "C" not null,
    entity_id text collate "C" not null,
    change jsonb,
    payload_hash text not null,
    outcome text not null check (outcome in ('accepted', 'merged', 'rejected', 'quarantined')),
    code text not null,
    field text not null,
    receipt text not null,
    conflicts jsonb not null,
    seq bigint not null,
    primary key (zone, op_id),
    unique (zone, device_id, device_seq)
  )`,
  `create index operation_by_seq on operation (zone, device_id, seq)`,
  `create index operation_by_row on operation (zone, entity, entity_id)`,
  `create table desk_sequence (
    zone text collate "C" not null,
    device_id text collate "C" not null,
    last_seq integer not null,
    primary key (zone, device_id)
  )`,
  `create table account (
    zone text collate "C" not null references zone (id),
    officer_id text collate "C" not null,
    login text collate "C" not null,
    display_name text not null,
    password_hash text not null,
    role text not null
      check (role in ('officer', 'team-lead', 'data-protection-officer', 'administrator')),
    disabled boolean not null,
    bound boolean not null,
    primary key (zone, officer_id),
    unique (zone, login)
  )`,
  `create table sign_in_failure (
    zone text collate "C" not null,
    login text collate "C" not null,
    failures integer not null,
    locked_until text collate "C",
    primary key (zone, login)
  )`,
  `create table access_right (
    zone text collate "C" not null,
    id text collate "C" not null,
    officer_id text collate "C" not null,
    kind text not null check (kind in ('neighbourhood', 'district', 'zone')),
    area_id text collate "C" not null,
    restricted boolean not null,
    valid_from text collate "C" not null,
    valid_to text collate "C" not null,
    primary key (zone, id),
    foreign key (zone, officer_id) references account (zone, officer_id) on update cascade
  )`,
  `create index access_right_by_officer on access_right (zone, officer_id)`,
  `create table area (
    zone text collate "C" not null references zone (id),
    id text collate "C" not null,
    kind text not null check (kind in ('neighbourhood', 'district')),
    parent_id text collate "C",
    primary key (zone, id)
  )`,
  `create table desk (
    zone text collate "C" not null,
    device_id text collate "C" not null,
    officer_id text collate "C" not null,
    public_key text not null,
    label text not null,
    enrolled_at text not null,
    signed_in_until text collate "C" not null,
    revoked boolean not null,
    last_seen_at text collate "C" not null,
    app_version text not null,
    waiting integer not null,
    primary key (zone, device_id),
    foreign key (zone, officer_id) references account (zone, officer_id) on update cascade
  )`,
  `create table enrolment_code (
    code_hash text not null primary key,
    zone text not null,
    officer_id text not null,
    expires_at text collate "C" not null
  )`,
  `create table challenge (
    nonce_hash text not null primary key,
    device_id text not null,
    expires_at text collate "C" not null
  )`,
  `create table desk_token (
    token_hash text not null primary key,
    zone text not null,
    officer_id text not null,
    device_id text not null,
    expires_at text collate "C" not null
  )`,
  `create index desk_token_by_desk on desk_token (zone, device_id)`,
];

/**
 * The second wall. Reading for a desk happens as a role that owns nothing, and the database itself finds
 * out from accounts, rights and areas what the officer may see on that day: it is not told the scopes.
 */
const SECOND_WALL = [
  `do $$ begin
    create role wijkwerk_desk nologin noinherit;
  exception when duplicate_object then null; end $$`,
  `grant wijkwerk_desk to current_user`,
  `create function visible_scopes() returns text[]
    language sql stable security definer set search_path from current as $$
    with viewer as (
      select a.zone, a.officer_id, a.role from account a
      where a.zone = current_setting('wijkwerk.zone', true)
        and a.officer_id = current_setting('wijkwerk.officer', true)
        and not a.disabled
    ), held as (
      select r.* from access_right r join viewer v on v.zone = r.zone and v.officer_id = r.officer_id
      where r.valid_from <= current_setting('wijkwerk.day', true)
        and current_setting('wijkwerk.day', true) < r.valid_to
    ), named as (
      select h.kind || ':' || h.area_id as scope, h.restricted from held h where h.kind <> 'zone'
      union
      select n.kind || ':' || n.id, h.restricted from held h join area n on n.zone = h.zone
        where h.kind = 'zone' or (h.kind = 'district' and n.kind = 'neighbourhood' and n.parent_id = h.area_id)
    )
    select coalesce(array_agg(scope), '{}') from (
      select 'reference' as scope from viewer
      union select 'user:' || officer_id from viewer
      union select 'people' from viewer where role in ('officer', 'team-lead')
      union select 'unplaced' from viewer where role = 'team-lead'
      union select scope from named where exists (select 1 from viewer)
      union select scope || '/restricted' from named where restricted
    ) as all_scopes
  $$`,
  `alter table entity_row enable row level security`,
  `alter table scope_index enable row level security`,
  `alter table scope_sum enable row level security`,
  `alter table operation enable row level security`,
  `create policy desk_reads_index on scope_index for select to wijkwerk_desk using (
    zone = (select current_setting('wijkwerk.zone', true))
    and scope = any ((select visible_scopes())::text[]))`,
  `create policy desk_reads_sum on scope_sum for select to wijkwerk_desk using (
    zone = (select current_setting('wijkwerk.zone', true))
    and scope = any ((select visible_scopes())::text[]))`,
  // scopes is kept by the same statement that keeps the index.
  `create policy desk_reads_row on entity_row for select to wijkwerk_desk using (
    zone = (select current_setting('wijkwerk.zone', true))
    and scopes && (select visible_scopes())::text[])`,
  `create policy desk_reads_its_operations on operation for select to wijkwerk_desk using (
    zone = (select current_setting('wijkwerk.zone', true))
    and device_id = (select current_setting('wijkwerk.device', true)))`,
  `grant select on zone, zone_clock, entity_row, scope_index, scope_sum, operation, desk_sequence
    to wijkwerk_desk`,
  // Rights and areas are read to tell the scopes; secrets are not.
  `grant select on access_right, area to wijkwerk_desk`,
  `grant select (zone, officer_id, login, display_name, role, disabled, bound) on account to wijkwerk_desk`,
  `grant execute on function visible_scopes() to wijkwerk_desk`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of [...TABLES, ...SECOND_WALL]) await sql.raw(statement).execute(database);
  // In a schema of its own the role needs the way in as well.
  await sql
    .raw(
      `do $$ begin execute format('grant usage on schema %I to wijkwerk_desk', current_schema()); end $$`,
    )
    .execute(database);
}
