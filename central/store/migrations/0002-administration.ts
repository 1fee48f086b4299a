import { type Kysely, sql } from 'kysely';

/** What those in charge did, and what is needed to decide quarantined work again. */
const STATEMENTS = [
  `alter table zone add column desk_alarm_days integer not null default 7
    check (desk_alarm_days between 1 and 365)`,
  `create table act (
    zone text collate "C" not null references zone (id),
    seq bigint not null,
    at text not null,
    actor_id text,
    actor text not null,
    act text not null,
    subject_id text,
    subject text not null,
    detail jsonb not null,
    primary key (zone, seq)
  )`,
  `create function keep_evidence() returns trigger language plpgsql as $$
    begin raise exception 'what was done is never edited'; end $$`,
  `create trigger act_is_evidence before update or delete on act
    for each row execute function keep_evidence()`,
  // A row for each operation that waits for a supervisor, and no longer.
  `create table quarantine (
    zone text collate "C" not null,
    op_id text collate "C" not null,
    device_id text collate "C" not null,
    base_version integer not null,
    base_epoch text,
    op_version integer not null,
    depends_on jsonb not null,
    primary key (zone, op_id),
    foreign key (zone, op_id) references operation (zone, op_id)
  )`,
  `create index quarantine_by_desk on quarantine (zone, device_id, op_id)`,
  // Of older ones it was not kept what the desk had seen: as if it had seen nothing, so that nothing of
  // somebody else's is overwritten.
  `insert into quarantine (zone, op_id, device_id, base_version, op_version, depends_on)
    select zone, op_id, device_id, 0, 1, '[]'::jsonb from operation where outcome = 'quarantined'`,
  `alter table operation add column note text not null default ''`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}
