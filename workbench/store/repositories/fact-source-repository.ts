import type { FactOrigin } from '#shared/domain/facts/fact.ts';
import type { Json } from '#shared/domain/operations/operation.ts';
import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle, WriteHandle } from '../handles.ts';

/** `mapping`, `breaks`, `unchanged`, `plan` and `counts` as they travel: their readers check what they hold. */
export interface FactSourceRow {
  readonly id: Id;
  readonly name: string;
  readonly origin: FactOrigin;
  readonly credit: string;
  readonly mapping: Json;
  readonly breaks: Json;
  readonly unchanged: Json;
  readonly version: number;
}

export interface FactImportRow {
  readonly id: Id;
  readonly sourceId: Id;
  readonly fileName: string;
  readonly importedAt: Instant;
  readonly importedBy: Id;
  readonly plan: Json;
  readonly counts: Json;
  readonly undoneAt: Instant | null;
  readonly version: number;
}

/** Every source, by name. */
export async function listFactSources(read: ReadHandle): Promise<readonly FactSourceRow[]> {
  const rows = await read.selectFrom('fact_source').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    ...row,
    mapping: jsonOf(row.mapping),
    breaks: jsonOf(row.breaks),
    unchanged: jsonOf(row.unchanged),
  }));
}

export async function findFactSource(read: ReadHandle, id: Id): Promise<FactSourceRow | undefined> {
  return (await listFactSources(read)).find((source) => source.id === id);
}

/** Adds a source, or writes it as it now is. */
export async function putFactSource(
  { tables }: Pick<WriteHandle, 'tables'>,
  source: FactSourceRow,
): Promise<void> {
  const { id, mapping, breaks, unchanged, ...rest } = source;
  const columns = {
    ...rest,
    mapping: mapping === null ? null : JSON.stringify(mapping),
    breaks: JSON.stringify(breaks),
    unchanged: JSON.stringify(unchanged),
  };
  await tables
    .insertInto('fact_source')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

const IMPORT_COLUMNS = [
  'fact_import.id',
  'source_id as sourceId',
  'file_name as fileName',
  'imported_at as importedAt',
  'imported_by as importedBy',
  'plan',
  'counts',
  'undone_at as undoneAt',
  'fact_import.version',
] as const;

/** Every import with who made it, the newest first. */
export async function listFactImports(
  read: ReadHandle,
): Promise<readonly (FactImportRow & { readonly importedByName: string })[]> {
  const rows = await read
    .selectFrom('fact_import')
    .leftJoin('officer', 'officer.id', 'fact_import.imported_by')
    .select([...IMPORT_COLUMNS, 'officer.display_name as importedByName'])
    .orderBy('imported_at', 'desc')
    .orderBy('fact_import.id', 'desc')
    .execute();
  return rows.map((row) => ({ ...importOf(row), importedByName: row.importedByName ?? '' }));
}

export async function findFactImport(read: ReadHandle, id: Id): Promise<FactImportRow | undefined> {
  const row = await read
    .selectFrom('fact_import')
    .select(IMPORT_COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && importOf(row);
}

function importOf(
  row: Omit<FactImportRow, 'plan' | 'counts'> & {
    readonly plan: string;
    readonly counts: string;
  },
): FactImportRow {
  return {
    ...row,
    plan: jsonOf(row.plan),
    counts: jsonOf(row.counts),
  };
}

/**
 * Adds an import, or gives the one that is here its version. What became of its facts is the matter of
 * `markFactImport`.
 */
export async function putFactImport(
  { tables }: Pick<WriteHandle, 'tables'>,
  made: FactImportRow,
): Promise<void> {
  await tables
    .insertInto('fact_import')
    .values({
      id: made.id,
      source_id: made.sourceId,
      file_name: made.fileName,
      imported_at: made.importedAt,
      imported_by: made.importedBy,
      plan: JSON.stringify(made.plan),
      counts: JSON.stringify(made.counts),
      undone_at: made.undoneAt,
      version: made.version,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ version: made.version }))
    .execute();
}

function jsonOf(text: string | null): Json {
  return text === null ? null : (JSON.parse(text) as Json);
}
