/**
 * The places of contacts as columns of numbers: a million take 17 MB, and a pass over all of them a
 * few milliseconds, so that a view of the map needs no index in space.
 */
import type { ContactReason } from '#shared/domain/contacts/code-lists.ts';

/** Grid units across the whole world: 1 cm at the equator, and whole numbers that can be shifted. */
export const WORLD_UNITS = 2 ** 32;

export interface Point {
  /** `row_id` of the contact. */
  readonly row: number;
  /** Web Mercator in {@link WORLD_UNITS}, x to the east and y to the south. */
  readonly x: number;
  readonly y: number;
  /** Seconds since 1970, UTC. */
  readonly seconds: number;
  readonly reason: ContactReason;
}

export interface PointColumns {
  readonly length: number;
  readonly rows: Uint32Array;
  readonly xs: Uint32Array;
  readonly ys: Uint32Array;
  readonly seconds: Uint32Array;
  /** Places in `reasonCodes`. */
  readonly reasons: Uint8Array;
  readonly reasonCodes: readonly ContactReason[];
}

export interface GrowingPointColumns extends PointColumns {
  add(point: Point): void;
}

export function makePointColumns(room = 1024): GrowingPointColumns {
  let length = 0;
  let rows = new Uint32Array(room);
  let xs = new Uint32Array(room);
  let ys = new Uint32Array(room);
  let seconds = new Uint32Array(room);
  let reasons = new Uint8Array(room);
  const reasonCodes: ContactReason[] = [];
  const codeNumbers = new Map<ContactReason, number>();

  function grow(): void {
    const size = rows.length * 2;
    const wider = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const next = new Uint32Array(size);
      next.set(old);
      return next;
    };
    rows = wider(rows);
    xs = wider(xs);
    ys = wider(ys);
    seconds = wider(seconds);
    const more = new Uint8Array(size);
    more.set(reasons);
    reasons = more;
  }

  return {
    get length() {
      return length;
    },
    get rows() {
      return rows;
    },
    get xs() {
      return xs;
    },
    get ys() {
      return ys;
    },
    get seconds() {
      return seconds;
    },
    get reasons() {
      return reasons;
    },
    reasonCodes,
    add(point) {
      if (length === rows.length) grow();
      let code = codeNumbers.get(point.reason);
      if (code === undefined) {
        code = reasonCodes.push(point.reason) - 1;
        codeNumbers.set(point.reason, code);
      }
      rows[length] = point.row;
      xs[length] = point.x;
      ys[length] = point.y;
      seconds[length] = point.seconds;
      reasons[length] = code;
      length += 1;
    },
  };
}

/** Marks by `row_id` which contacts count; `null` lets all of them through. */
export type RowMarks = Uint8Array | null;

/** A part of the world in {@link WORLD_UNITS}, edges included. */
export interface UnitBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}
