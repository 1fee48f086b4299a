import RBush from 'rbush';

import { boxOf, type WorldBox, type WorldLine } from './mercator.ts';

interface Entry extends WorldBox {
  readonly index: number;
  readonly points: ReadonlySet<string>;
}

/** Corners within about a metre count as shared: two sources seldom agree on the last digit. */
const GRID = 4e7;

/**
 * Gives each area a number so that two areas with a common border never get the same, as long as
 * `colours` are enough; beyond that the least used among the neighbours. Greedy, the area with most
 * neighbours first (Welsh and Powell 1967).
 *
 * @param areas the rings of each area.
 * @returns a number from 0 to `colours - 1` for each area, in the order given.
 */
export function colourAreas(
  areas: readonly (readonly WorldLine[])[],
  colours: number,
): readonly number[] {
  const neighbours = neighboursOf(areas);
  const order = areas
    .map((_, index) => index)
    .sort((one, other) => (neighbours[other]?.size ?? 0) - (neighbours[one]?.size ?? 0));
  const chosen = new Array<number>(areas.length).fill(-1);
  const total = new Array<number>(colours).fill(0);
  for (const index of order) {
    const near = new Array<number>(colours).fill(0);
    for (const neighbour of neighbours[index] ?? []) {
      const colour = chosen[neighbour] ?? -1;
      if (colour >= 0) near[colour] = (near[colour] ?? 0) + 1;
    }
    let best = 0;
    for (let colour = 1; colour < colours; colour += 1) {
      const nearer = (near[colour] ?? 0) - (near[best] ?? 0);
      if (nearer < 0 || (nearer === 0 && (total[colour] ?? 0) < (total[best] ?? 0))) best = colour;
    }
    chosen[index] = best;
    total[best] = (total[best] ?? 0) + 1;
  }
  return chosen;
}

/** Which areas share at least one corner. */
function neighboursOf(areas: readonly (readonly WorldLine[])[]): readonly ReadonlySet<number>[] {
  const entries = areas.map((rings, index): Entry => {
    const points = new Set<string>();
    for (const ring of rings) {
      for (let at = 0; at + 1 < ring.length; at += 2) {
        points.add(
          `${Math.round((ring[at] ?? 0) * GRID)},${Math.round((ring[at + 1] ?? 0) * GRID)}`,
        );
      }
    }
    return { ...boxOf(rings), index, points };
  });
  const tree = new RBush<Entry>();
  tree.load(entries);
  return entries.map((entry) => {
    const found = new Set<number>();
    for (const other of tree.search(entry)) {
      if (other.index !== entry.index && share(entry.points, other.points)) {
        found.add(other.index);
      }
    }
    return found;
  });
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const point of one) if (other.has(point)) return true;
  return false;
}
