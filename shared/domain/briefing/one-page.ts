/**
 * How many of the rows fit on one sheet, the first ones first. What is left out has to be said on the same
 * sheet, so that the note needs room as soon as one row is missing.
 *
 * @param heights of the rows, in any unit, as `room` and `note`
 * @param room what is left on the sheet beside its head and its foot
 * @param note the note about rows that are missing
 */
export function rowsThatFit(heights: readonly number[], room: number, note: number): number {
  const whole = heights.reduce((sum, height) => sum + height, 0);
  if (whole <= room) return heights.length;
  let used = note;
  let rows = 0;
  for (const height of heights) {
    if (used + height > room) break;
    used += height;
    rows += 1;
  }
  return rows;
}
