/** Excel in Belgium expects semicolons, and the mark at the start to read UTF-8. */
const SEPARATOR = ';';
const BYTE_ORDER_MARK = '﻿';

/**
 * A table as CSV (RFC 4180 with semicolons). A cell that a spreadsheet would run as a formula gets an
 * apostrophe in front: the content comes out of a stranger's file.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return (
    BYTE_ORDER_MARK +
    rows.map((row) => row.map((cell) => quoted(String(cell))).join(SEPARATOR) + '\r\n').join('')
  );
}

function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
