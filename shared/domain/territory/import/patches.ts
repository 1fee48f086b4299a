import type { Line, Position } from '../geometry.ts';

/** Side of a cell in degrees of latitude: 1.5 kilometres. */
const SIDE = 1_500 / 111_195;
/** A degree of longitude is shorter by the cosine of the latitude: that of Brussels, near enough here. */
const SHORTER = Math.cos((50.85 * Math.PI) / 180);
const ROWS_APART = 1_000_000;

/** A square of 1.5 kilometres in which something lies. */
export type Cell = number;

export function cellOf([longitude, latitude]: Position): Cell {
  return Math.floor(latitude / SIDE) * ROWS_APART + Math.floor((longitude * SHORTER) / SIDE);
}

/** The cells that a line goes through; a corner that it cuts by a few metres may be missing. */
export function cellsAlong(line: Line): ReadonlySet<Cell> {
  const cells = new Set<Cell>();
  let from = line[0];
  for (const to of line) {
    if (!from) break;
    const [x, y] = [to[0] - from[0], to[1] - from[1]];
    const steps = Math.max(1, Math.ceil((4 * Math.max(Math.abs(x), Math.abs(y))) / SIDE));
    for (let step = 0; step <= steps; step += 1) {
      cells.add(cellOf([from[0] + (x * step) / steps, from[1] + (y * step) / steps]));
    }
    from = to;
  }
  return cells;
}

/** The cell and those at most `reach` rows and columns away. */
export function cellsAround(cell: Cell, reach: number): readonly Cell[] {
  const around: Cell[] = [];
  for (let row = -reach; row <= reach; row += 1) {
    for (let column = -reach; column <= reach; column += 1) {
      around.push(cell + row * ROWS_APART + column);
    }
  }
  return around;
}

/**
 * Cells that touch, also by a corner, form one patch. What lies within 1.5 kilometres is always in one
 * patch, and a gap of 4.3 kilometres always divides. The order in which cells come makes no difference.
 */
export class Patches {
  readonly #cells = new Set<Cell>();
  #patchOf = new Map<Cell, number>();

  add(cells: Iterable<Cell>): void {
    for (const cell of cells) {
      if (this.#cells.has(cell)) continue;
      this.#cells.add(cell);
      this.#patchOf = new Map();
    }
  }

  /** Whether some cell of the one is in a patch with some cell of the other. */
  share(one: Iterable<Cell>, other: Iterable<Cell>): boolean {
    if (this.#patchOf.size === 0) this.#settle();
    const patches = new Set([...one].map((cell) => this.#patchOf.get(cell)));
    patches.delete(undefined);
    for (const cell of other) if (patches.has(this.#patchOf.get(cell))) return true;
    return false;
  }

  #settle(): void {
    let patch = 0;
    for (const start of this.#cells) {
      if (this.#patchOf.has(start)) continue;
      patch += 1;
      const open = [start];
      this.#patchOf.set(start, patch);
      for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
        for (const next of cellsAround(cell, 1)) {
          if (!this.#cells.has(next) || this.#patchOf.has(next)) continue;
          this.#patchOf.set(next, patch);
          open.push(next);
        }
      }
    }
  }
}
