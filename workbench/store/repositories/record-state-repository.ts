import type { Entity } from '#shared/domain/operations/operation.ts';
import {
  type OperationStanding,
  type OperationState,
  type RecordState,
  recordStateOf,
} from '#shared/domain/operations/record-state.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import { arrivingFiles, refusedFiles } from './blob-repository.ts';

export interface RecordStanding {
  readonly state: RecordState;
  /** The receipt of the last operation that the centre took, or empty. */
  readonly receipt: string;
}

/** Where records stand that no operation of this desk concerns: the centre sent them. */
export const FROM_CENTRE: RecordStanding = { state: 'received', receipt: '' };

interface OperationRow {
  readonly recordId: Id;
  readonly deviceSeq: number;
  readonly baseVersion: number;
  readonly state: OperationState;
  readonly receipt: string;
  readonly needsAttention: number | null;
  readonly resolvedAt: string | null;
}

/**
 * Where these records of one kind stand on their way to the centre, by id; a contact with its
 * corrections and the bytes of its files. A record that is not in the map came from the centre.
 */
export async function recordStandings(
  read: ReadHandle,
  entity: Entity,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, RecordStanding>> {
  if (ids.length === 0) return new Map();
  const own = await operationsOn(read, entity, ids).execute();
  const corrections = entity === 'contact' ? await operationsOnAmendments(read, ids).execute() : [];
  const arriving = await recordsOfFiles(arrivingFiles(read), entity, ids);
  const refused = await recordsOfFiles(refusedFiles(read), entity, ids);
  const byRecord = new Map<Id, RecordOperations>();
  for (const [rows, makesRecord] of [
    [own, true],
    [corrections, false],
  ] as const) {
    for (const row of rows) {
      const known = byRecord.get(row.recordId) ?? { standings: [], rows: [] };
      byRecord.set(row.recordId, known);
      known.standings.push(standingOf(row, makesRecord));
      known.rows.push(row);
    }
  }
  // Of a colleague's contact, only the file that was added here is on its way.
  for (const id of [...arriving, ...refused]) {
    if (!byRecord.has(id)) byRecord.set(id, { standings: [], rows: [] });
  }
  return new Map(
    [...byRecord].map(([id, { standings, rows }]): [Id, RecordStanding] => {
      const state = recordStateOf(standings);
      const receipt = lastReceipt(rows);
      if (state !== 'received') return [id, { state, receipt }];
      if (refused.has(id)) return [id, { state: 'only-here', receipt }];
      return [id, { state: arriving.has(id) ? 'under-way' : state, receipt }];
    }),
  );
}

/** Received is what the centre has whole: the rows, and the bytes of the files. */
async function recordsOfFiles(
  files: ReturnType<typeof arrivingFiles>,
  entity: Entity,
  ids: readonly Id[],
): Promise<ReadonlySet<Id>> {
  if (entity !== 'attachment' && entity !== 'contact') return new Set();
  const column = entity === 'contact' ? 'file.contact_id' : 'file.id';
  const rows = await files.select(`${column} as recordId`).where(column, 'in', ids).execute();
  // A file whose row has left the desk is one of no record here.
  return new Set(rows.flatMap(({ recordId }) => recordId ?? []));
}

interface RecordOperations {
  readonly standings: OperationStanding[];
  readonly rows: OperationRow[];
}

const COLUMNS = [
  'operation.device_seq as deviceSeq',
  'operation.base_version as baseVersion',
  'operation.state',
  'operation.receipt',
  'outcome.needs_attention as needsAttention',
  'outcome.resolved_at as resolvedAt',
] as const;

function operationsOn(read: ReadHandle, entity: Entity, ids: readonly Id[]) {
  return read
    .selectFrom('operation')
    .leftJoin('operation_outcome as outcome', 'outcome.op_id', 'operation.op_id')
    .select(COLUMNS)
    .select('operation.entity_id as recordId')
    .where('operation.entity', '=', entity)
    .where('operation.entity_id', 'in', ids);
}

/**
 * The operations that corrected these contacts. A cross join, since SQLite keeps its order: otherwise it
 * reads every amendment that was ever made here to find those of one contact.
 */
export function operationsOnAmendments(read: ReadHandle, contactIds: readonly Id[]) {
  return read
    .selectFrom('contact_amendment')
    .crossJoin('operation')
    .leftJoin('operation_outcome as outcome', 'outcome.op_id', 'operation.op_id')
    .select(COLUMNS)
    .select('contact_amendment.contact_id as recordId')
    .where('contact_amendment.contact_id', 'in', contactIds)
    .where('operation.entity', '=', 'amendment')
    .whereRef('operation.entity_id', '=', 'contact_amendment.id');
}

function standingOf(row: OperationRow, isOwn: boolean): OperationStanding {
  return {
    state: row.state,
    makesRecord: isOwn && row.baseVersion === 0,
    isOpen: row.needsAttention === 1 && row.resolvedAt === null,
  };
}

function lastReceipt(rows: readonly OperationRow[]): string {
  const received = rows.filter(({ state }) => state === 'accepted' || state === 'merged');
  const last = received.sort((one, other) => other.deviceSeq - one.deviceSeq)[0];
  return last?.receipt ?? '';
}
