import type { ImportRecord, RefusedRow } from '#shared/contract/territory.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../../context.ts';
import {
  importRecords,
  refusedRows,
} from '../../../store/repositories/territory-import-repository.ts';

/** Refused rows of one page of the report. */
const REPORT_ROWS = 500;

/** All imports, the newest first, those taken back included. */
export function imports(file: OpenFile): Promise<ImportRecord[]> {
  return importRecords(file.store.read);
}

/** Rows of an import that were refused, from `offset` on, in the order of the file. Throws NOT_FOUND. */
export function importReport(
  file: OpenFile,
  input: { readonly importId: Id; readonly offset: number },
): Promise<{ refused: RefusedRow[]; total: number }> {
  return refusedRows(file.store.read, input.importId, input.offset, REPORT_ROWS);
}
