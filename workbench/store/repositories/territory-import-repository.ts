import type { Transaction } from 'kysely';

import type {
  ImportCounts,
  ImportPlan,
  ImportRecord,
  RefusalReason,
  RefusedRow,
} from '#shared/contract/territory.ts';
import type { TerritoryLayer } from '#shared/domain/territory/territory.ts';
import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../handles.ts';
import type { Schema } from '../schema.ts';

export interface BeginningImport {
  readonly id: Id;
  readonly plan: ImportPlan;
  readonly fileName: string;
  readonly sourceSha256: string;
  readonly importedAt: Instant;
  readonly importedBy: string;
  readonly counts: ImportCounts;
}

/** The import itself comes first: what it opens, ends and refuses refers to it. */
export async function beginImport(
  tables: Transaction<Schema>,
  begun: BeginningImport,
): Promise<void> {
  const { layer, mapping, coordinateSystem, validFrom, complete, credit } = begun.plan;
  await tables
    .insertInto('territory_import')
    .values({
      id: begun.id,
      layer,
      file_name: begun.fileName,
      source_sha256: begun.sourceSha256,
      plan: JSON.stringify({ layer, mapping, coordinateSystem, validFrom, complete, credit }),
      imported_at: begun.importedAt,
      imported_by: begun.importedBy,
      valid_from: validFrom,
      counts: JSON.stringify(begun.counts),
      undone_at: null,
    })
    .execute();
}

export async function finishImport(
  tables: Transaction<Schema>,
  importId: Id,
  counts: ImportCounts,
): Promise<void> {
  await tables
    .updateTable('territory_import')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', importId)
    .execute();
}

/** Keeps the file, gzip, once, however often it is imported. */
export async function keepSource(
  tables: Transaction<Schema>,
  source: { readonly sha256: string; readonly size: number; readonly content: Uint8Array },
): Promise<void> {
  await tables
    .insertInto('source_file')
    .values({ ...source })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

export async function markUndone(
  tables: Transaction<Schema>,
  importId: Id,
  undoneAt: Instant,
): Promise<void> {
  await tables
    .updateTable('territory_import')
    .set({ undone_at: undoneAt })
    .where('id', '=', importId)
    .execute();
}

/** When the newest import was made; undefined when there is none. */
export async function newestImportedAt(read: ReadHandle): Promise<Instant | undefined> {
  const row = await read
    .selectFrom('territory_import')
    .select('imported_at')
    .orderBy('imported_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.imported_at;
}

const COLUMNS = [
  'id',
  'layer',
  'file_name',
  'imported_at',
  'imported_by',
  'valid_from',
  'plan',
  'counts',
  'undone_at',
  'settled',
] as const;

/** All imports, the newest first. */
export async function importRecords(read: ReadHandle): Promise<ImportRecord[]> {
  const rows = await read
    .selectFrom('territory_import')
    .select(COLUMNS)
    .orderBy('imported_at', 'desc')
    .execute();
  const newest = new Set<TerritoryLayer>();
  return rows.map((row) => {
    const canUndo = row.undone_at === null && row.settled === 0 && !newest.has(row.layer);
    if (row.undone_at === null) newest.add(row.layer);
    return {
      id: row.id,
      layer: row.layer,
      fileName: row.file_name,
      importedAt: row.imported_at,
      importedBy: row.imported_by,
      validFrom: row.valid_from,
      counts: JSON.parse(row.counts) as ImportCounts,
      credit: (JSON.parse(row.plan) as Partial<ImportPlan>).credit ?? '',
      canUndo,
      undoneAt: row.undone_at,
    };
  });
}

/** One import. Throws NOT_FOUND. */
export async function importRecord(read: ReadHandle, importId: Id): Promise<ImportRecord> {
  const record = (await importRecords(read)).find(({ id }) => id === importId);
  if (!record) throw new WorkbenchError('NOT_FOUND', { what: 'import' });
  return record;
}

/** Some of the rows an import refused, and how many there are. Throws NOT_FOUND. */
export async function refusedRows(
  read: ReadHandle,
  importId: Id,
  offset: number,
  limit: number,
): Promise<{ refused: RefusedRow[]; total: number }> {
  await importRecord(read, importId);
  const rows = await read
    .selectFrom('territory_import_refusal')
    .select(['row_number', 'reason', 'field', 'value'])
    .where('import_id', '=', importId)
    .orderBy('position')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await read
    .selectFrom('territory_import_refusal')
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow();
  return {
    refused: rows.map((row) => ({
      row: row.row_number,
      reason: row.reason as RefusalReason,
      field: row.field,
      value: row.value,
    })),
    total,
  };
}
