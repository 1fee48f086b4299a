import { type Kysely, sql } from 'kysely';

/**
 * Bytes of files whose rows were set aside. They wait beside the operation that announces them, where no desk
 * reads: no role is granted anything here. When it is released they go to its row, and else they go with it.
 */
const STATEMENTS = [
  `create table set_aside_chunk (
    zone text collate "C" not null,
    op_id text collate "C" not null,
    start integer not null check (start >= 0),
    bytes bytea not null,
    primary key (zone, op_id, start),
    foreign key (zone, op_id) references quarantine (zone, op_id) on delete cascade
  )`,
  `alter table set_aside_chunk alter column bytes set storage external`,
  `alter table set_aside_chunk enable row level security`,
  `create or replace function leave_quarantine() returns trigger
    language plpgsql security definer set search_path from current as $$
    begin
      insert into blob_chunk (zone, entity, entity_id, start, bytes)
      select c.zone, r.entity, r.entity_id, c.start, c.bytes
      from set_aside_chunk c
      join entity_row r
        on r.zone = c.zone and r.entity = new.entity and r.entity_id = new.entity_id
      where c.zone = new.zone and c.op_id = new.op_id
        and new.outcome in ('accepted', 'merged')
        and r.state = 'present' and r.created_by = new.device_id
        and r.fields ->> 'hash' = new.change -> 'arguments' ->> 'hash'
        and not exists (select from blob_chunk b
          where b.zone = r.zone and b.entity = r.entity and b.entity_id = r.entity_id);
      delete from quarantine where zone = new.zone and op_id = new.op_id;
      return null;
    end $$`,
];

export async function up(database: Kysely<never>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}
