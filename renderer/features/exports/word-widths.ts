/** Longer words, such as an address of a page, may break. */
const LONGEST_WHOLE_WORD = 24;
/** Signs side by side on a sheet of A4 across, with room left for a column of sentences. */
const SIGNS_ACROSS = 110;

/**
 * How wide each column of a table on paper must be for its words to stay whole, in signs; none where all
 * columns together would not fit on the sheet.
 */
export function wordWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = Array.from(rows[0] ?? [], () => 0);
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) {
      for (const { length } of cell.split(/[\s-]+/)) {
        if (length <= LONGEST_WHOLE_WORD) widths[column] = Math.max(widths[column] ?? 0, length);
      }
    }
  }
  const across = widths.reduce((sum, width) => sum + width, 0);
  return across > SIGNS_ACROSS ? [] : widths;
}
