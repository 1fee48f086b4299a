import { type Kysely, sql } from 'kysely';

import type { Entity } from '#shared/domain/operations/operation.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OperationBase, RowKey, StoredOperation, StoredRow, ZoneRecord } from '../records.ts';

/** Statements that reading and writing share. */

export async function zoneOf(database: Kysely<never>, zoneId: Id): Promise<ZoneRecord> {
  const { rows } = await sql<ZoneRecord>`
    select id, name, epoch from zone where id = ${zoneId}`.execute(database);
  const zone = rows[0];
  if (zone === undefined) throw new Error('no such zone');
  return zone;
}

interface RowColumns {
  readonly entity: string;
  readonly entity_id: string;
  readonly version: number;
  readonly fields: StoredRow['row']['fields'];
  readonly created_by: string;
  readonly origins: StoredRow['row']['origins'];
  readonly state: StoredRow['row']['state'];
  readonly parent_entity: string | null;
  readonly parent_id: string | null;
  readonly scopes: readonly string[];
}

const ROW_COLUMNS = sql.raw(
  `r.entity, r.entity_id, r.version, r.fields, r.created_by, r.origins, r.state,
   r.parent_entity, r.parent_id, r.scopes`,
);

export async function rowsByKey(
  database: Kysely<never>,
  zoneId: Id,
  keys: readonly RowKey[],
): Promise<readonly StoredRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<RowColumns>`
    select ${ROW_COLUMNS} from ${keyTable(keys)}
    join entity_row r on r.zone = ${zoneId} and r.entity = k.entity and r.entity_id = k.id`.execute(
    database,
  );
  return rows.map(toRow);
}

export async function rowsByParent(
  database: Kysely<never>,
  zoneId: Id,
  keys: readonly RowKey[],
): Promise<readonly StoredRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<RowColumns>`
    select ${ROW_COLUMNS} from ${keyTable(keys)}
    join entity_row r
      on r.zone = ${zoneId} and r.parent_entity = k.entity and r.parent_id = k.id
    order by r.entity, r.entity_id`.execute(database);
  return rows.map(toRow);
}

export async function rowsOfEntity(
  database: Kysely<never>,
  zoneId: Id,
  entity: Entity,
): Promise<readonly StoredRow[]> {
  const { rows } = await sql<RowColumns>`
    select ${ROW_COLUMNS} from entity_row r
    where r.zone = ${zoneId} and r.entity = ${entity} order by r.entity_id`.execute(database);
  return rows.map(toRow);
}

/** Keys as a table, by one parameter however many there are. */
export function keyTable(keys: readonly RowKey[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(keys.map(({ entity, id }) => ({ entity, id })))}::jsonb)
    as k(entity text, id text)`;
}

function toRow(columns: RowColumns): StoredRow {
  const { parent_entity: entity, parent_id: id } = columns;
  return {
    entity: columns.entity,
    id: columns.entity_id,
    row: {
      version: columns.version,
      fields: columns.fields,
      createdBy: columns.created_by,
      origins: columns.origins,
      state: columns.state,
    },
    parent: entity !== null && id !== null ? { entity, id } : null,
    scopes: columns.scopes,
  };
}

/** Of `operation o`: what `toOperation` takes. */
export const OPERATION_COLUMNS = sql.raw(
  `o.op_id, o.device_id, o.device_seq, o.author_id, o.made_at, o.entity, o.entity_id, o.change,
   o.payload_hash, o.outcome, o.code, o.field, o.receipt, o.conflicts, o.note, o.seq`,
);

/** Of `quarantine q`, null for an operation that is not there. */
export const BASE_COLUMNS = sql.raw(`q.base_version, q.base_epoch, q.op_version, q.depends_on`);

export interface BaseColumns {
  readonly base_version: number | null;
  readonly base_epoch: string | null;
  readonly op_version: number | null;
  readonly depends_on: readonly Id[] | null;
}

export function toBase(columns: BaseColumns): OperationBase | undefined {
  const { base_version: version, op_version: opVersion, depends_on: dependsOn } = columns;
  if (version === null || opVersion === null || dependsOn === null) return undefined;
  return { version, epoch: columns.base_epoch, opVersion, dependsOn };
}

export interface OperationColumns {
  readonly op_id: string;
  readonly device_id: string;
  readonly device_seq: number;
  readonly author_id: string;
  readonly made_at: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly change: StoredOperation['change'];
  readonly payload_hash: string;
  readonly outcome: StoredOperation['result']['outcome'];
  readonly code: string;
  readonly field: string;
  readonly receipt: string;
  readonly conflicts: StoredOperation['result']['conflicts'];
  readonly note: string;
  readonly seq: number;
}

export function toOperation(columns: OperationColumns): StoredOperation {
  return {
    opId: columns.op_id,
    deviceId: columns.device_id,
    deviceSeq: columns.device_seq,
    authorId: columns.author_id,
    madeAt: columns.made_at,
    entity: columns.entity,
    entityId: columns.entity_id,
    change: columns.change,
    payloadHash: columns.payload_hash,
    result: toResult(columns),
  };
}

/** Of `operation o`: what `toResult` takes. */
export const RESULT_COLUMNS = sql.raw(
  'o.op_id, o.device_seq, o.outcome, o.code, o.field, o.receipt, o.conflicts, o.note, o.seq',
);

export type ResultColumns = Pick<
  OperationColumns,
  'op_id' | 'device_seq' | 'outcome' | 'code' | 'field' | 'receipt' | 'conflicts' | 'note' | 'seq'
>;

export function toResult(columns: ResultColumns): StoredOperation['result'] {
  const { outcome, code, field, receipt, conflicts, note, seq } = columns;
  const { op_id: opId, device_seq: deviceSeq } = columns;
  return { opId, deviceSeq, outcome, code, field, receipt, conflicts, note, seq };
}
