import { type Kysely, sql } from 'kysely';

/**
 * What the centre had, and lost when it was restored. Where it answers then that the row was erased, what the
 * operation said goes here as well: the second change of an operation that there is.
 */
export async function up(database: Kysely<never>): Promise<void> {
  await sql`
    create table lost_operation (
      op_id text not null primary key references operation (op_id)
    ) strict, without rowid`.execute(database);
  await sql`drop trigger operation_is_evidence`.execute(database);
  await sql`
    create trigger operation_is_evidence before update of
      device_seq, op_id, device_id, author_id, made_at, entity, entity_id, base_version, op_version, change
    on operation
    when not (
      (
        old.state in ('accepted', 'merged')
        or exists (
          select 1 from operation_outcome
          where operation_outcome.op_id = old.op_id and operation_outcome.code = 'erased'
        )
      )
      and new.change = '{"kind":"command","name":"withdrawn","arguments":{}}'
      and new.device_seq = old.device_seq and new.op_id = old.op_id and new.device_id = old.device_id
      and new.author_id = old.author_id and new.made_at = old.made_at and new.entity = old.entity
      and new.entity_id = old.entity_id and new.base_version = old.base_version
      and new.op_version = old.op_version
    )
    begin
      select raise(abort, 'an operation is never edited');
    end`.execute(database);
}
