import { stringify } from 'csv-stringify/sync';

/** Stands at the beginning of a file and tells a Belgian Excel that it is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Rows of a CSV as a Belgian Excel opens it: semicolons, lines that end in CRLF. Cells that a spreadsheet
 * would run as a formula get an apostrophe in front: what people type comes from everywhere.
 */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { delimiter: ';', record_delimiter: 'windows', escape_formulas: true },
  );
}
