/**
 * Where contacts took place, as columns of numbers in the order of their rows, which is the order of
 * time: a million take 18 MB, and a pass over all of them a few milliseconds, so that a view of the map
 * needs no index in space. Columns are never changed: a change makes new ones.
 */

/** Grid units across the whole world: 1 cm at the equator, and whole numbers that can be shifted. */
export const WORLD_UNITS = 2 ** 32;

export interface Point {
  /** `row_id` of the contact: up to 16 digits, which a float holds exactly. */
  readonly row: number;
  /** Web Mercator in {@link WORLD_UNITS}, x to the east and y to the south. */
  readonly x: number;
  readonly y: number;
  /** Code of the reason. */
  readonly reason: string;
}

export interface PointColumns {
  /** Ascending. A place in these columns is a slot. */
  readonly rows: Float64Array;
  readonly xs: Uint32Array;
  readonly ys: Uint32Array;
  /** Places in `reasonCodes`. */
  readonly reasons: Uint16Array;
  readonly reasonCodes: readonly string[];
}

export interface ColumnsBuilder {
  /** Rows must come in ascending order. */
  add(point: Point): void;
  /** Takes the slots from `from` up to `to` of columns that have the builder's first codes. */
  copy(columns: PointColumns, from: number, to: number): void;
  done(): PointColumns;
}

/** @param codes reasons that have their number already */
export function buildColumns(room: number, codes: readonly string[] = []): ColumnsBuilder {
  let length = 0;
  let rows = new Float64Array(room);
  let xs = new Uint32Array(room);
  let ys = new Uint32Array(room);
  let reasons = new Uint16Array(room);
  const reasonCodes = [...codes];
  const codeNumbers = new Map(codes.map((code, number) => [code, number]));

  function makeRoom(more: number): void {
    if (length + more <= rows.length) return;
    const size = Math.max(length + more, rows.length * 2);
    const [oldRows, oldXs, oldYs, oldReasons] = [rows, xs, ys, reasons];
    rows = new Float64Array(size);
    xs = new Uint32Array(size);
    ys = new Uint32Array(size);
    reasons = new Uint16Array(size);
    rows.set(oldRows);
    xs.set(oldXs);
    ys.set(oldYs);
    reasons.set(oldReasons);
  }

  return {
    add(point) {
      makeRoom(1);
      let code = codeNumbers.get(point.reason);
      if (code === undefined) {
        code = reasonCodes.push(point.reason) - 1;
        codeNumbers.set(point.reason, code);
      }
      rows[length] = point.row;
      xs[length] = point.x;
      ys[length] = point.y;
      reasons[length] = code;
      length += 1;
    },
    copy(columns, from, to) {
      makeRoom(to - from);
      rows.set(columns.rows.subarray(from, to), length);
      xs.set(columns.xs.subarray(from, to), length);
      ys.set(columns.ys.subarray(from, to), length);
      reasons.set(columns.reasons.subarray(from, to), length);
      length += to - from;
    },
    done: () => ({
      rows: rows.subarray(0, length),
      xs: xs.subarray(0, length),
      ys: ys.subarray(0, length),
      reasons: reasons.subarray(0, length),
      reasonCodes,
    }),
  };
}

/**
 * The columns after a change: each touched row is what `points` says, or is gone where it says nothing.
 *
 * @param touched ascending, each once
 * @param points those of the touched rows that exist and have a place, by row
 */
export function patchColumns(
  columns: PointColumns,
  touched: readonly number[],
  points: ReadonlyMap<number, Point>,
): PointColumns {
  const builder = buildColumns(columns.rows.length + points.size, columns.reasonCodes);
  let from = 0;
  for (const row of touched) {
    const slot = slotFrom(columns.rows, row);
    builder.copy(columns, from, slot);
    from = columns.rows[slot] === row ? slot + 1 : slot;
    const point = points.get(row);
    if (point) builder.add(point);
  }
  builder.copy(columns, from, columns.rows.length);
  return builder.done();
}

/** The first slot whose row is not below `row`. */
function slotFrom(rows: Float64Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(rows[middle]) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 1 at the slots of the contacts that count; `null` lets all of them through. */
export type SlotMarks = Uint8Array | null;

/** A part of the world in {@link WORLD_UNITS}, edges included. */
export interface UnitBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}
