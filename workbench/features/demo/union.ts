import RBush from 'rbush';

import { direction, distance, isInside, nearest, type Point, signedArea } from './plane.ts';

interface Vertex {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly at: Point;
}

/** Metres within which two corners are one. */
const SAME = 0.01;

/**
 * Gives rings that lie side by side the same corners on their common borders: corners that differ by
 * rounding become one, and a corner on a neighbour's edge becomes a corner of the neighbour too.
 * Rings come back anticlockwise.
 */
export function aligned(rings: readonly (readonly Point[])[]): readonly (readonly Point[])[] {
  const index = new RBush<Vertex>();
  const canonical = (point: Point): Point => {
    const [x, y] = point;
    const box = { minX: x - SAME, minY: y - SAME, maxX: x + SAME, maxY: y + SAME };
    const known = index.search(box).find((vertex) => distance(vertex.at, point) < SAME);
    if (known) return known.at;
    index.insert({ minX: x, minY: y, maxX: x, maxY: y, at: point });
    return point;
  };
  const merged = rings.map((ring) => {
    const turned = signedArea(ring) < 0 ? [...ring].reverse() : ring;
    return turned.map(canonical).filter((point, at, all) => point !== all[(at + 1) % all.length]);
  });
  return merged.map((ring) =>
    ring.flatMap((from, at) => {
      const to = ring[(at + 1) % ring.length] ?? from;
      const between = index
        .search({
          minX: Math.min(from[0], to[0]) - SAME,
          minY: Math.min(from[1], to[1]) - SAME,
          maxX: Math.max(from[0], to[0]) + SAME,
          maxY: Math.max(from[1], to[1]) + SAME,
        })
        .filter(({ at: point }) => point !== from && point !== to)
        .map(({ at: point }) => ({ point, foot: nearest([from, to], point) }))
        .filter(({ foot }) => foot.off < SAME)
        .sort((first, second) => first.foot.along - second.foot.along);
      return [from, ...between.map(({ point }) => point)];
    }),
  );
}

/**
 * The outline of rings that lie side by side without gaps, as outer rings each followed by its holes.
 *
 * @param rings from {@link aligned}: anticlockwise, with common corners on common borders.
 */
export function outlineOf(rings: readonly (readonly Point[])[]): readonly (readonly Point[])[][] {
  const names = new Map<Point, number>();
  const nameOf = (point: Point): number => {
    const known = names.get(point);
    if (known !== undefined) return known;
    names.set(point, names.size);
    return names.size - 1;
  };
  // An edge that two rings share runs once each way, and both fall out.
  const edges = new Map<string, readonly [Point, Point]>();
  for (const ring of rings) {
    ring.forEach((from, at) => {
      const to = ring[(at + 1) % ring.length] ?? from;
      const back = `${nameOf(to)}>${nameOf(from)}`;
      if (!edges.delete(back)) edges.set(`${nameOf(from)}>${nameOf(to)}`, [from, to]);
    });
  }
  const leaving = new Map<Point, Point[]>();
  for (const [from, to] of edges.values()) {
    leaving.set(from, [...(leaving.get(from) ?? []), to]);
  }
  const loops: Point[][] = [];
  for (const start of leaving.keys()) {
    for (let first = takeAny(leaving, start); first; first = takeAny(leaving, start)) {
      const loop = [start];
      let [before, here] = [start, first];
      while (here !== start) {
        loop.push(here);
        const next = takeLeftmost(leaving, before, here);
        [before, here] = [here, next];
      }
      loops.push(loop);
    }
  }
  const outers = loops.filter((loop) => signedArea(loop) > 0);
  const holes = loops.filter((loop) => signedArea(loop) < 0);
  return outers.map((outer) => [
    outer,
    ...holes.filter((hole) => hole[0] && isInside(outer, hole[0])),
  ]);
}

function takeAny(leaving: Map<Point, Point[]>, from: Point): Point | undefined {
  return leaving.get(from)?.pop();
}

/** Where three or more pieces touch in one corner, the leftmost turn keeps each loop simple. */
function takeLeftmost(leaving: Map<Point, Point[]>, before: Point, here: Point): Point {
  const options = leaving.get(here) ?? [];
  const [dx, dy] = direction(before, here);
  const turn = (to: Point): number => {
    const [ex, ey] = direction(here, to);
    return Math.atan2(dx * ey - dy * ex, dx * ex + dy * ey);
  };
  const best = options.reduce<Point | undefined>(
    (chosen, option) => (!chosen || turn(option) > turn(chosen) ? option : chosen),
    undefined,
  );
  if (!best) throw new RangeError('outlineOf: the rings do not lie side by side');
  leaving.set(
    here,
    options.filter((option) => option !== best),
  );
  return best;
}
