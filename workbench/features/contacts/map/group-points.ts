import type { PointColumns, RowMarks, UnitBox } from './point-columns.ts';

/** A view is some 1,000 cells; a stranger's view must not take all memory. */
const MOST_CELLS = 32_768;
/** WORLD_UNITS is two to this power. */
const WORLD_BITS = 32;

/** All contacts of one cell of the grid. */
export interface PointGroup {
  readonly count: number;
  /** By number of the reason. */
  readonly counts: readonly number[];
  /** The middle of its contacts, in WORLD_UNITS; always inside `box`. */
  readonly x: number;
  readonly y: number;
  /** The smallest around its contacts. */
  readonly box: UnitBox;
  /** One of its rows: the contact itself where it is the only one. */
  readonly row: number;
}

/**
 * Counts the marked points in the cells of a grid that is fixed to the world: every cell that `box`
 * touches is counted whole, so that a group is the same from whichever view it is seen.
 *
 * @param halvings how often the world is halved to get a cell's side; fewer are used where the box
 *   would have over {@link MOST_CELLS} cells
 */
export function groupPoints(
  columns: PointColumns,
  marks: RowMarks,
  box: UnitBox,
  halvings: number,
): readonly PointGroup[] {
  const grid = gridOver(box, halvings);
  const { shift, firstColumn, firstRow, width, height } = grid;
  const kinds = columns.reasonCodes.length;
  const cells = width * height;
  const counts = new Uint32Array(cells * kinds);
  const totals = new Uint32Array(cells);
  const sumX = new Float64Array(cells);
  const sumY = new Float64Array(cells);
  const boxes = new Uint32Array(cells * 4);
  const someRow = new Uint32Array(cells);
  const { length, rows, xs, ys, reasons } = columns;
  // Plain reads of the arrays, without a default: this runs a million times for one view.
  for (let point = 0; point < length; point += 1) {
    const x = Number(xs[point]);
    const column = (x >>> shift) - firstColumn;
    if (column < 0 || column >= width) continue;
    const y = Number(ys[point]);
    const row = (y >>> shift) - firstRow;
    if (row < 0 || row >= height) continue;
    const rowId = Number(rows[point]);
    if (marks !== null && marks[rowId] !== 1) continue;
    const cell = row * width + column;
    const at = cell * 4;
    const before = Number(totals[cell]);
    totals[cell] = before + 1;
    sumX[cell] = Number(sumX[cell]) + x;
    sumY[cell] = Number(sumY[cell]) + y;
    someRow[cell] = rowId;
    const kind = cell * kinds + Number(reasons[point]);
    counts[kind] = Number(counts[kind]) + 1;
    if (before === 0) {
      boxes[at] = boxes[at + 2] = x;
      boxes[at + 1] = boxes[at + 3] = y;
    } else {
      if (x < Number(boxes[at])) boxes[at] = x;
      if (y < Number(boxes[at + 1])) boxes[at + 1] = y;
      if (x > Number(boxes[at + 2])) boxes[at + 2] = x;
      if (y > Number(boxes[at + 3])) boxes[at + 3] = y;
    }
  }

  const groups: PointGroup[] = [];
  for (const [cell, count] of totals.entries()) {
    if (count === 0) continue;
    const [minX = 0, minY = 0, maxX = 0, maxY = 0] = boxes.subarray(cell * 4, cell * 4 + 4);
    groups.push({
      count,
      counts: [...counts.subarray(cell * kinds, (cell + 1) * kinds)],
      x: Number(sumX[cell]) / count,
      y: Number(sumY[cell]) / count,
      box: { minX, minY, maxX, maxY },
      row: Number(someRow[cell]),
    });
  }
  return groups;
}

function gridOver(box: UnitBox, halvings: number) {
  let shift = WORLD_BITS - Math.max(0, Math.min(WORLD_BITS - 1, halvings));
  for (;;) {
    // A shift by 32 would be one by 0.
    shift = Math.min(shift, WORLD_BITS - 1);
    const firstColumn = box.minX >>> shift;
    const firstRow = box.minY >>> shift;
    const width = (box.maxX >>> shift) - firstColumn + 1;
    const height = (box.maxY >>> shift) - firstRow + 1;
    if (width * height <= MOST_CELLS) return { shift, firstColumn, firstRow, width, height };
    shift += 1;
  }
}

/**
 * How many marked points lie in `box`, and the rows of the newest of them, at most `most`, newest
 * first; among those of one second the one stored last comes first.
 */
export function newestPoints(
  columns: PointColumns,
  marks: RowMarks,
  box: UnitBox,
  most: number,
): { readonly total: number; readonly rows: readonly number[] } {
  const { length, rows, xs, ys, seconds } = columns;
  const newerFirst = (one: number, other: number): number =>
    Number(seconds[other]) - Number(seconds[one]) || other - one;
  let total = 0;
  let least = -1;
  let kept: number[] = [];
  // The last stored are mostly the newest, after which few others get past `least`.
  for (let point = length - 1; point >= 0; point -= 1) {
    const x = Number(xs[point]);
    if (x < box.minX || x > box.maxX) continue;
    const y = Number(ys[point]);
    if (y < box.minY || y > box.maxY) continue;
    if (marks !== null && marks[Number(rows[point])] !== 1) continue;
    total += 1;
    if (Number(seconds[point]) <= least) continue;
    kept.push(point);
    if (kept.length < most * 2) continue;
    kept = kept.sort(newerFirst).slice(0, most);
    least = Number(seconds[kept.at(-1) ?? 0]);
  }
  const newest = kept.sort(newerFirst).slice(0, most);
  return { total, rows: newest.map((point) => Number(rows[point])) };
}
