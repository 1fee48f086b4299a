import { Readable } from 'node:stream';

import { CsvError, parse } from 'csv-parse';

import { BATCH_ROWS, LARGEST_ROW_CHARACTERS, MOST_COLUMNS } from '../limits.ts';
import { unusable } from '../unusable.ts';
import type { ScannedSource } from './scan-source.ts';
import { type SourceRow, type SourceRows, textOf } from './source-rows.ts';
import { textChunks } from './text-chunks.ts';

/** What separates the cells: the candidate that the first line has most of, outside quotes. */
export function delimiterOf(head: string): string {
  const line = (/^[^\r\n]*/.exec(head.trimStart())?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({
    delimiter,
    count: line.split(delimiter).length - 1,
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The rows of a table with a header (RFC 4180, with any of the usual delimiters). */
export function readTable(source: ScannedSource): SourceRows {
  let header: readonly string[] = [];
  return {
    async *batches() {
      const text = Readable.from(textChunks(source), { objectMode: false, encoding: 'utf8' });
      const parser = parse({
        delimiter: delimiterOf(source.head),
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        info: true,
        max_record_size: LARGEST_ROW_CHARACTERS / 64,
      });
      text.on('error', (cause) => parser.destroy(cause));
      text.pipe(parser);
      header = [];
      let positions = new Map<string, number>();
      let batch: SourceRow[] = [];
      try {
        for await (const parsed of parser) {
          const { record, info } = parsed as Parsed;
          if (header.length === 0) {
            header = headerOf(record);
            positions = new Map(header.map((name, index) => [name, index]));
            continue;
          }
          batch.push({
            row: info.lines,
            cell: (name) => textOf(record[positions.get(name) ?? -1]),
            geometry: undefined,
            complete: record.length === header.length,
          });
          if (batch.length < BATCH_ROWS) continue;
          // The last row stays behind: only at the end is it known whether it was torn off.
          const last = batch.pop();
          yield batch;
          batch = last ? [last] : [];
        }
      } catch (cause) {
        throw tableError(cause);
      } finally {
        text.destroy();
      }
      if (batch.at(-1)?.complete === false && !source.endsWithNewline) {
        throw unusable('truncated', batch.at(-1)?.row);
      }
      if (batch.length > 0) yield batch;
    },
    columns: () => header,
    statedSystem: () => '',
    statedCredit: () => '',
    title: () => '',
  };
}

/** Names of columns; one without a name is called by its number. */
function headerOf(cells: readonly string[]): string[] {
  const names = cells.map((cell, index) => textOf(cell) || `#${index + 1}`);
  if (names.length > MOST_COLUMNS) throw unusable('not-csv', 1);
  if (names.some((name) => /^[-+]?[\d.,]+$/.test(name)) || cells.every((cell) => !cell.trim())) {
    throw unusable('no-header');
  }
  return names.map((name, index) =>
    names.indexOf(name) === index ? name : `${name} #${index + 1}`,
  );
}

function tableError(cause: unknown): unknown {
  if (!(cause instanceof CsvError)) return cause;
  if (cause.code === 'CSV_QUOTE_NOT_CLOSED') return unusable('truncated', lineOf(cause));
  if (cause.code === 'CSV_MAX_RECORD_SIZE') return unusable('row-too-large', lineOf(cause));
  return unusable('not-csv', lineOf(cause));
}

function lineOf(cause: CsvError): string {
  return typeof cause['lines'] === 'number' ? String(cause['lines']) : '';
}
