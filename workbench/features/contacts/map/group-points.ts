import type { PointColumns, SlotMarks, UnitBox } from './point-columns.ts';

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
  marks: SlotMarks,
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
  const someSlot = new Uint32Array(cells);
  const { rows, xs, ys, reasons } = columns;
  const { length } = rows;
  // Plain reads of the arrays, without a default: this runs a million times for one view.
  for (let slot = 0; slot < length; slot += 1) {
    const x = Number(xs[slot]);
    const column = (x >>> shift) - firstColumn;
    if (column < 0 || column >= width) continue;
    const y = Number(ys[slot]);
    const row = (y >>> shift) - firstRow;
    if (row < 0 || row >= height) continue;
    if (marks !== null && marks[slot] !== 1) continue;
    const cell = row * width + column;
    const at = cell * 4;
    const before = Number(totals[cell]);
    totals[cell] = before + 1;
    sumX[cell] = Number(sumX[cell]) + x;
    sumY[cell] = Number(sumY[cell]) + y;
    someSlot[cell] = slot;
    const kind = cell * kinds + Number(reasons[slot]);
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
      row: Number(rows[Number(someSlot[cell])]),
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

/** How many marked points lie in `box`, and the rows of the newest of them, at most `most`, newest first. */
export function newestPoints(
  { rows, xs, ys }: PointColumns,
  marks: SlotMarks,
  box: UnitBox,
  most: number,
): { readonly total: number; readonly rows: readonly number[] } {
  let total = 0;
  const newest: number[] = [];
  // The order of the rows is that of time.
  for (let slot = rows.length - 1; slot >= 0; slot -= 1) {
    const x = Number(xs[slot]);
    if (x < box.minX || x > box.maxX) continue;
    const y = Number(ys[slot]);
    if (y < box.minY || y > box.maxY) continue;
    if (marks !== null && marks[slot] !== 1) continue;
    total += 1;
    if (newest.length < most) newest.push(Number(rows[slot]));
  }
  return { total, rows: newest };
}
