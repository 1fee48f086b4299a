import { type Kysely, sql } from 'kysely';

/** What a desk must keep so that work of other desks shows as if it had been done here. */
export async function up(database: Kysely<never>): Promise<void> {
  await amendmentsInOrder(database);
  await mergesThatStand(database);
  await codesOfTwoDesks(database);
  await rowsThatWait(database);
}

/** `known` orders the amendments of several desks; `position` stays dense, for people to count by. */
async function amendmentsInOrder(database: Kysely<never>): Promise<void> {
  await sql`drop trigger contact_amendment_is_immutable`.execute(database);
  for (const column of [
    `known integer not null default 1 check (known > 0)`,
    `place text check (place is null or json_valid(place))`,
    `was text check (was is null or json_valid(was))`,
  ]) {
    await sql`alter table contact_amendment add column ${sql.raw(column)}`.execute(database);
  }
  await sql`update contact_amendment set known = position`.execute(database);
  await sql`
    create trigger contact_amendment_is_immutable before update on contact_amendment begin
      select raise(abort, 'what was submitted is never edited');
    end`.execute(database);
}

/** Two desks may merge one party into two, or two into each other: then not all of their links stand. */
async function mergesThatStand(database: Kysely<never>): Promise<void> {
  await sql`
    alter table party_merge add column
      stands integer not null default 1 check (stands in (0, 1))`.execute(database);
  await sql`update party_merge set stands = 0 where undone_at is not null`.execute(database);
  await sql`drop index party_merged_once`.execute(database);
  await sql`drop index party_merged_into`.execute(database);
  await sql`
    create unique index party_merged_once on party_merge (party_id) where stands = 1`.execute(
    database,
  );
  await sql`
    create index party_merged_into on party_merge (into_id) where stands = 1`.execute(database);
  await sql`
    create index party_merge_of on party_merge (party_id) where undone_at is null`.execute(
    database,
  );
  await sql`
    create index party_merge_with on party_merge (into_id) where undone_at is null`.execute(
    database,
  );
}

/** A code keeps what it means; which of two desks' rows stands for it is settled by a rule. */
async function codesOfTwoDesks(database: Kysely<never>): Promise<void> {
  await sql`drop trigger code_keeps_its_meaning`.execute(database);
  await sql`
    create trigger code_keeps_its_meaning before update of list, code on code begin
      select raise(abort, 'a code never changes its meaning');
    end`.execute(database);
}

async function rowsThatWait(database: Kysely<never>): Promise<void> {
  await sql`
    alter table deferred_row add column awaits_entity text not null default ''`.execute(database);
  await sql`
    alter table deferred_row add column awaits_id text not null default ''`.execute(database);
  await sql`
    create index deferred_awaits on deferred_row (awaits_entity, awaits_id)`.execute(database);
  await sql`
    create table sync_touched (
      place integer not null,
      entity text not null,
      entity_id text not null,
      primary key (place, entity, entity_id)
    ) strict, without rowid`.execute(database);
}
