import { factCountsSchema, type FactImport, type RefusedFactRow } from '#shared/contract/facts.ts';
import { FACT_TIES } from '#shared/domain/facts/fact.ts';
import type { Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { factRefusals } from '../../store/repositories/fact-refusal-repository.ts';
import { countFactsOfImports, markFactImport } from '../../store/repositories/fact-repository.ts';
import {
  type FactImportRow,
  findFactImport,
  listFactImports,
  listFactSources,
} from '../../store/repositories/fact-source-repository.ts';

/** Refused rows of one page of the report. */
const REPORT_ROWS = 500;

/** All imports, the newest first, those taken back included. */
export async function readFactImports({ store }: OpenFile): Promise<FactImport[]> {
  return recordsOf(store.read);
}

/** One import. Throws NOT_FOUND. */
export async function readFactImport(read: ReadHandle, importId: Id): Promise<FactImport> {
  const record = (await recordsOf(read)).find(({ id }) => id === importId);
  if (record === undefined) throw new WorkbenchError('NOT_FOUND', { what: 'import' });
  return record;
}

async function recordsOf(read: ReadHandle): Promise<FactImport[]> {
  const sources = new Map((await listFactSources(read)).map(({ id, name }) => [id, name]));
  const here = await countFactsOfImports(read);
  return (await listFactImports(read)).map((row) => ({
    id: row.id,
    sourceId: row.sourceId,
    sourceName: sources.get(row.sourceId) ?? '',
    fileName: row.fileName,
    importedAt: row.importedAt,
    importedByName: row.importedByName,
    // Counts of a newer application that this one cannot read are shown as none, not left out.
    counts: factCountsSchema.catch(NO_COUNTS).parse(row.counts),
    here: here.get(row.id) ?? 0,
    undoneAt: row.undoneAt,
  }));
}

const NO_COUNTS: FactImport['counts'] = {
  read: 0,
  stored: 0,
  amount: null,
  repeated: 0,
  known: 0,
  refused: 0,
  ties: Object.fromEntries(FACT_TIES.map((tie) => [tie, 0])) as FactImport['counts']['ties'],
  days: null,
  months: null,
};

/** Rows that an import left out, a page from `offset` on. Throws NOT_FOUND. */
export async function readFactReport(
  { store }: OpenFile,
  { importId, offset }: { readonly importId: Id; readonly offset: number },
): Promise<{ refused: RefusedFactRow[]; total: number }> {
  await expectImport(store.read, importId);
  return factRefusals(store.read, importId, offset, REPORT_ROWS);
}

/** Takes an import back: its facts vanish from every view. Throws NOT_FOUND or INVALID_FIELD ('undone'). */
export async function undoFactImport(
  file: OpenFile,
  { importId }: { readonly importId: Id },
): Promise<FactImport> {
  return change(file, importId, file.store.clock.now());
}

/** Puts it in force again. Throws NOT_FOUND or INVALID_FIELD ('not-undone'). */
export async function redoFactImport(
  file: OpenFile,
  { importId }: { readonly importId: Id },
): Promise<FactImport> {
  return change(file, importId, null);
}

async function change(file: OpenFile, importId: Id, undoneAt: Instant | null): Promise<FactImport> {
  const { store } = file;
  await store.write(async (handle) => {
    const before = await expectImport(handle.tables, importId);
    if ((before.undoneAt === null) === (undoneAt === null)) {
      const reason = undoneAt === null ? 'not-undone' : 'undone';
      throw new WorkbenchError('INVALID_FIELD', { field: 'importId', reason });
    }
    await markFactImport(handle, importId, undoneAt);
    await handle.record({
      entity: 'fact-import',
      entityId: importId,
      baseVersion: before.version,
      change:
        undoneAt === null
          ? { kind: 'command', name: 'redoFactImport', arguments: {} }
          : { kind: 'command', name: 'undoFactImport', arguments: { undoneAt } },
    });
  });
  file.announce(['facts', 'outbox']);
  return readFactImport(store.read, importId);
}

async function expectImport(read: ReadHandle, importId: Id): Promise<FactImportRow> {
  const found = await findFactImport(read, importId);
  if (found === undefined) throw new WorkbenchError('NOT_FOUND', { what: 'import' });
  return found;
}
