import { type Kysely, sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';

import type { QuarantinePage } from '../central-store.ts';
import type { QuarantinedOperation, StoredOperation } from '../records.ts';
import { recordTable } from './record-table.ts';
import {
  BASE_COLUMNS,
  type BaseColumns,
  OPERATION_COLUMNS,
  type OperationColumns,
  toBase,
  toOperation,
} from './row-sql.ts';

export async function operationsById(
  database: Kysely<never>,
  zoneId: Id,
  opIds: readonly Id[],
): Promise<readonly StoredOperation[]> {
  if (opIds.length === 0) return [];
  const { rows } = await sql<OperationColumns & BaseColumns>`
    select ${OPERATION_COLUMNS}, ${BASE_COLUMNS}
    from operation o left join quarantine q on q.zone = o.zone and q.op_id = o.op_id
    where o.zone = ${zoneId} and o.op_id = any(${opIds}::text[])`.execute(database);
  return rows.map(withBase);
}

export async function quarantinedOperations(
  database: Kysely<never>,
  zoneId: Id,
  page: QuarantinePage,
): Promise<readonly QuarantinedOperation[]> {
  const { after, limit } = page;
  const deviceId = page.deviceId ?? null;
  const { rows } = await sql<OperationColumns & BaseColumns>`
    select ${OPERATION_COLUMNS}, ${BASE_COLUMNS}
    from quarantine q join operation o on o.zone = q.zone and o.op_id = q.op_id
    where q.zone = ${zoneId} and (${deviceId}::text is null or q.device_id = ${deviceId})
      and (${after}::text is null or q.op_id > ${after}) and o.change is not null
    order by q.op_id limit ${limit}`.execute(database);
  return rows.flatMap((row) => {
    const { change, base, ...rest } = withBase(row);
    return change === null || base === undefined ? [] : [{ ...rest, change, base }];
  });
}

function withBase(columns: OperationColumns & BaseColumns): StoredOperation {
  const base = toBase(columns);
  return { ...toOperation(columns), ...(base && { base }) };
}

const STORED_OPERATION = {
  op_id: 'text',
  device_id: 'text',
  device_seq: 'integer',
  author_id: 'text',
  made_at: 'text',
  entity: 'text',
  entity_id: 'text',
  change: 'jsonb',
  payload_hash: 'text',
  outcome: 'text',
  code: 'text',
  field: 'text',
  receipt: 'text',
  conflicts: 'jsonb',
  seq: 'bigint',
  note: 'text',
} as const;

/** The operations, and how far each of their desks has come. */
export async function storeOperations(
  transaction: Kysely<never>,
  zoneId: Id,
  operations: readonly StoredOperation[],
): Promise<void> {
  const records = operations.map(({ result, ...operation }) => ({
    op_id: operation.opId,
    device_id: operation.deviceId,
    device_seq: operation.deviceSeq,
    author_id: operation.authorId,
    made_at: operation.madeAt,
    entity: operation.entity,
    entity_id: operation.entityId,
    change: operation.change === null ? null : JSON.stringify(operation.change),
    payload_hash: operation.payloadHash,
    outcome: result.outcome,
    code: result.code,
    field: result.field,
    receipt: result.receipt,
    conflicts: JSON.stringify(result.conflicts),
    seq: result.seq,
    note: result.note,
  }));
  await sql`
    with stored as (
      insert into operation (zone, op_id, device_id, device_seq, author_id, made_at, entity,
        entity_id, change, payload_hash, outcome, code, field, receipt, conflicts, seq, note)
      select ${zoneId}, o.* from ${recordTable('o', STORED_OPERATION, records)}
      returning device_id, device_seq
    )
    insert into desk_sequence (zone, device_id, last_seq)
    select ${zoneId}, device_id, max(device_seq) from stored group by device_id
    on conflict (zone, device_id) do update
      set last_seq = greatest(desk_sequence.last_seq, excluded.last_seq)`.execute(transaction);
  await storeBases(transaction, zoneId, operations);
}

async function storeBases(
  transaction: Kysely<never>,
  zoneId: Id,
  operations: readonly StoredOperation[],
): Promise<void> {
  const records = operations.flatMap(({ opId, deviceId, base }) =>
    base === undefined
      ? []
      : [
          {
            op_id: opId,
            device_id: deviceId,
            base_version: base.version,
            base_epoch: base.epoch,
            op_version: base.opVersion,
            depends_on: base.dependsOn,
          },
        ],
  );
  if (records.length === 0) return;
  await sql`
    insert into quarantine (zone, op_id, device_id, base_version, base_epoch, op_version, depends_on)
    select ${zoneId}, q.* from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      as q(op_id text, device_id text, base_version integer, base_epoch text, op_version integer,
        depends_on jsonb)`.execute(transaction);
}

/** How quarantined operations end; a trigger takes them out of quarantine. */
export async function storeDecisions(
  transaction: Kysely<never>,
  zoneId: Id,
  decisions: readonly StoredOperation[],
): Promise<void> {
  const records = decisions.map(({ opId, change, result }) => ({
    op_id: opId,
    outcome: result.outcome,
    code: result.code,
    field: result.field,
    receipt: result.receipt,
    conflicts: result.conflicts,
    note: result.note,
    seq: result.seq,
    kept: change !== null,
  }));
  await sql`
    update operation o set outcome = d.outcome, code = d.code, field = d.field,
      receipt = d.receipt, conflicts = d.conflicts, note = d.note, seq = d.seq,
      change = case when d.kept then o.change end
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      as d(op_id text, outcome text, code text, field text, receipt text, conflicts jsonb,
        note text, seq bigint, kept boolean)
    where o.zone = ${zoneId} and o.op_id = d.op_id`.execute(transaction);
}
