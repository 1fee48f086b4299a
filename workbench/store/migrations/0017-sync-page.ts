import { type Kysely, sql } from 'kysely';

/** What the officer chose where two values met, and what a pull brought: for the page of sync. */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table conflict_choice (
      op_id text not null primary key references operation (op_id),
      choices text not null check (json_valid(choices)),
      chosen_op_id text references operation (op_id),
      chosen_at text not null
    ) strict, without rowid`.execute(database);
  await sql`
    create table arrival (
      position integer primary key,
      arrived_at text not null,
      counts text not null check (json_valid(counts)),
      samples text not null check (json_valid(samples)),
      removed integer not null check (removed >= 0)
    ) strict`.execute(database);
  await sql`
    create table rights_change (
      position integer primary key,
      noticed_at text not null,
      gained text not null check (json_valid(gained)),
      lost text not null check (json_valid(lost)),
      rows_left integer not null check (rows_left >= 0),
      unsent text not null check (json_valid(unsent)),
      seen_at text
    ) strict`.execute(database);
  await sql`
    create index rights_change_unseen on rights_change (position)
    where seen_at is null`.execute(database);
  await sql`create index operation_made_at on operation (made_at)`.execute(database);
  await sql`
    create index operation_settled on operation_outcome (resolved_at)
    where needs_attention = 1 and resolved_at is not null`.execute(database);
}
