import { FACT_REFUSALS, type FactRefusal } from '#shared/domain/facts/read-fact-row.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

/** A row of a file that was not stored. */
export interface StoredRefusal {
  readonly row: number;
  readonly reason: FactRefusal;
  readonly column: string;
  readonly value: string;
}

const ROWS_PER_INSERT = 500;

export async function insertFactRefusals(
  { tables }: WriteHandle,
  importId: Id,
  refused: readonly StoredRefusal[],
): Promise<void> {
  for (let from = 0; from < refused.length; from += ROWS_PER_INSERT) {
    await tables
      .insertInto('fact_import_refusal')
      .values(
        refused.slice(from, from + ROWS_PER_INSERT).map(({ row, reason, column, value }, at) => ({
          import_id: importId,
          position: from + at,
          row_number: row,
          reason,
          field: column,
          value,
        })),
      )
      .execute();
  }
}

/** Rows that an import left out, from `offset` on, in the order of the file. */
export async function factRefusals(
  read: ReadHandle,
  importId: Id,
  offset: number,
  limit: number,
): Promise<{ refused: StoredRefusal[]; total: number }> {
  const { total } = await read
    .selectFrom('fact_import_refusal')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow();
  const rows = await read
    .selectFrom('fact_import_refusal')
    .select(['row_number as row', 'reason', 'field as column', 'value'])
    .where('import_id', '=', importId)
    .where('position', '>=', offset)
    .orderBy('position')
    .limit(limit)
    .execute();
  return {
    total,
    refused: rows.map(({ reason, ...row }) => ({
      ...row,
      reason: FACT_REFUSALS.find((known) => known === reason) ?? 'unreadable-time',
    })),
  };
}
