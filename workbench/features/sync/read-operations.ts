import { type ExpressionBuilder, sql, type SqlBool } from 'kysely';

import type {
  OperationFilter,
  OperationLine,
  OperationsPage,
} from '#shared/contract/sync-lines.ts';
import { deedOf, isTakenAway } from '#shared/domain/operations/deed.ts';
import type { Change, Entity } from '#shared/domain/operations/operation.ts';
import type { OperationState } from '#shared/domain/operations/record-state.ts';
import { dayInterval } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { arrivingFiles, refusedFiles } from '../../store/repositories/blob-repository.ts';
import type { Schema } from '../../store/schema.ts';
import { RELEASED } from '../../sync/put-result.ts';
import { subjectsOf } from './subjects.ts';

/** An operation as it is stored, with how it ended. */
export interface StoredLine {
  readonly opId: Id;
  readonly deviceSeq: number;
  readonly entity: Entity;
  readonly entityId: Id;
  readonly baseVersion: number;
  readonly madeAt: string;
  readonly change: string;
  readonly state: OperationState;
  readonly receipt: string;
  /** Whether the centre has it without the bytes of its file. */
  readonly isArriving: SqlBool;
  /** Whether the centre did not take these bytes. */
  readonly isRefused: SqlBool;
  readonly code: string | null;
  readonly field: string | null;
}

/** One page of operations. Throws INVALID_FIELD when the cursor is not one of ours. */
export async function readOperations(
  { store }: OpenFile,
  input: {
    readonly filter: OperationFilter;
    readonly cursor: string | null;
    readonly limit: number;
  },
): Promise<OperationsPage> {
  const { filter, limit } = input;
  const after = parseCursor(input.cursor);
  let query = selectLines(store.read).limit(limit + 1);
  if ('day' in filter) {
    const [begin, end] = dayInterval(filter.day);
    query = query
      .where('operation.made_at', '>=', begin)
      .where('operation.made_at', '<', end)
      .orderBy('operation.device_seq');
    if (after !== null) query = query.where('operation.device_seq', '>', after);
  } else {
    query = query.where(isAt(store.read, filter.where)).orderBy('operation.device_seq', 'desc');
    if (after !== null) query = query.where('operation.device_seq', '<', after);
  }
  const found = await query.execute();
  const rows = await toLines(store.read, found.slice(0, limit));
  return { rows, nextCursor: nextCursor(rows, found.length > limit) };
}

export function selectLines(read: ReadHandle) {
  return read
    .selectFrom('operation')
    .leftJoin('operation_outcome', 'operation_outcome.op_id', 'operation.op_id')
    .select([
      'operation.op_id as opId',
      'operation.device_seq as deviceSeq',
      'operation.entity',
      'operation.entity_id as entityId',
      'operation.base_version as baseVersion',
      'operation.made_at as madeAt',
      'operation.change',
      'operation.state',
      'operation.receipt',
      'operation_outcome.code',
      'operation_outcome.field',
    ])
    .select((eb) => [
      eb('operation.op_id', 'in', arrivingOperations(read)).as('isArriving'),
      eb('operation.op_id', 'in', refusedOperations(read)).as('isRefused'),
    ]);
}

export async function toLines(
  read: ReadHandle,
  rows: readonly StoredLine[],
): Promise<OperationLine[]> {
  const changes = rows.map(({ change }) => JSON.parse(change) as Change);
  const subjects = await subjectsOf(
    read,
    rows.map(({ entity, entityId: id }, index) => {
      const change = changes[index];
      return { entity, id, ...(change && { change }) };
    }),
  );
  return rows.flatMap((row, index) => {
    const [change, subject] = [changes[index], subjects[index]];
    if (change === undefined || subject === undefined) return [];
    const { opId, deviceSeq, entity, entityId, madeAt, receipt } = row;
    const state = row.isArriving ? 'under-way' : row.isRefused ? 'only-here' : row.state;
    const isReleased = row.code === RELEASED;
    const [code, field] = [isReleased ? '' : (row.code ?? ''), row.field ?? ''];
    const deed = deedOf({ entity, baseVersion: row.baseVersion, change });
    const about = { entity, entityId, deed, subject, isTakenAway: isTakenAway(change) };
    return [{ opId, deviceSeq, ...about, madeAt, state, receipt, code, field, isReleased }];
  });
}

export function nextCursor(rows: readonly OperationLine[], hasMore: boolean): string | null {
  return hasMore ? String(rows.at(-1)?.deviceSeq ?? '') : null;
}

export function parseCursor(cursor: string | null): number | null {
  if (cursor === null) return null;
  const deviceSeq = Number(cursor);
  if (Number.isSafeInteger(deviceSeq) && deviceSeq > 0) return deviceSeq;
  throw new WorkbenchError('INVALID_FIELD', { field: 'cursor', reason: 'unknown' });
}

/** The operations that made files whose bytes the centre does not have yet. */
function arrivingOperations(read: ReadHandle) {
  return arrivingFiles(read).select('operation.op_id');
}

/** The operations that made files whose bytes the centre took for something else. */
function refusedOperations(read: ReadHandle) {
  return refusedFiles(read).select('operation.op_id');
}

/** Values in the text of the query, so that SQLite sees that the partial index of what waits holds them. */
function isAt(read: ReadHandle, where: 'only-here' | 'under-way' | 'received') {
  return (eb: ExpressionBuilder<Schema, 'operation'>) => {
    const arriving = arrivingOperations(read);
    const refused = refusedOperations(read);
    if (where === 'only-here') {
      return eb.or([
        eb('operation.state', '=', sql.lit(where)),
        eb('operation.op_id', 'in', refused),
      ]);
    }
    if (where === 'under-way') {
      return eb.or([
        eb('operation.state', '=', sql.lit(where)),
        eb('operation.op_id', 'in', arriving),
      ]);
    }
    return eb.and([
      eb('operation.state', 'in', [sql.lit('accepted' as const), sql.lit('merged' as const)]),
      eb('operation.op_id', 'not in', arriving),
      eb('operation.op_id', 'not in', refused),
    ]);
  };
}
