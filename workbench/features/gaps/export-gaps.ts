import { writeFile } from 'node:fs/promises';

import type { GapExportRequest, GapRow } from '#shared/contract/gaps.ts';
import { dayOf } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import { BYTE_ORDER_MARK, csvLines } from '../exports/index.ts';
import type { Transfers } from '../transfers/index.ts';
import { readGapRows } from './read-gap-map.ts';

/** Writes the whole table into a file that the page can read as a download. Throws STORAGE_FULL. */
export async function exportGapTable(
  file: OpenFile,
  transfers: Transfers,
  request: GapExportRequest,
) {
  const rows = await readGapRows(file, request.question);
  const text =
    BYTE_ORDER_MARK +
    csvLines([request.titles, ...rows.map((row) => cellsOf(row, request))]) +
    csvLines([[''], ...request.about]);
  const bytes = Buffer.from(text, 'utf8');
  const { downloadId, path } = transfers.newPath();
  try {
    await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    throw code === 'ENOSPC' ? new WorkbenchError('STORAGE_FULL') : cause;
  }
  transfers.offer(downloadId, path);
  const now = file.store.clock.now();
  const time = now.slice(11, 19).replaceAll(':', '');
  const fileName = `${request.fileName}-${dayOf(now)}-${time}.csv`;
  file.log.info('exported', { rows: rows.length });
  return { downloadId, fileName, size: bytes.length, rows: rows.length };
}

function cellsOf(row: GapRow, request: GapExportRequest): readonly string[] {
  const { french, yes, no } = request;
  const name = (nl: string, fr: string): string => (french && fr !== '' ? fr : nl);
  const isOrNot = (is: boolean): string => (is ? yes : no);
  return [
    name(row.nameNl, row.nameFr),
    row.stretch === null ? '' : String(row.stretch),
    name(row.areaNl, row.areaFr),
    request.classes[row.class],
    String(row.answers),
    String(row.insecure),
    decimal(row.felt?.low, 3),
    decimal(row.felt?.high, 3),
    isOrNot(row.isFeltSure),
    String(row.facts),
    String(row.policeFacts),
    decimal(row.metres, 0),
    decimal(row.perKilometre, 2),
    decimal(row.recorded.low, 2),
    decimal(row.recorded.high, 2),
    isOrNot(row.isRecordedSure),
    decimal(row.score ?? undefined, 2),
    isOrNot(row.isHot),
  ];
}

/** With the comma that a Belgian spreadsheet reads; empty for what is not known. */
function decimal(value: number | undefined, digits: number): string {
  return value === undefined ? '' : value.toFixed(digits).replace('.', ',');
}
