import {
  along,
  crossing,
  direction,
  distance,
  distanceToStretch,
  isInside,
  lengthOf,
  pairs,
  type Point,
  signedArea,
  stretch,
} from './plane.ts';

/**
 * What runs along an edge of a block: a street that other streets may open on, a wall that ends
 * them (water, rails), or the edge of the map, where they go on to somewhere else.
 */
export type EdgeKind = 'street' | 'wall' | 'edge';

interface Corner {
  readonly at: Point;
  /** Of the edge from this corner to the next. */
  readonly edge: EdgeKind;
}

/** A piece of land between streets; its corners run around it once. */
export type Block = readonly Corner[];

/** Metres within which two points are the same. */
const SAME = 0.005;

export function ringOf(block: Block): Point[] {
  return block.map((corner) => corner.at);
}

export function areaOf(block: Block): number {
  return Math.abs(signedArea(ringOf(block)));
}

/** The edges of a block with what runs along each. */
export function edgesOf(
  block: Block,
): readonly { line: readonly [Point, Point]; kind: EdgeKind }[] {
  return block.map((corner, index) => ({
    line: [corner.at, (block[(index + 1) % block.length] ?? corner).at],
    kind: corner.edge,
  }));
}

/** Where a point lies on the outline of a block, and what runs there. */
export function kindAt(block: Block, point: Point): EdgeKind {
  const touching = edgesOf(block).filter((edge) => distanceToStretch(...edge.line, point) < SAME);
  // A corner of two kinds counts as the one that connects.
  return touching.some((edge) => edge.kind === 'street') ? 'street' : (touching[0]?.kind ?? 'wall');
}

/** A line that cuts through a block, with what it will be: `kinds[i]` from point i to point i + 1. */
export interface Cut {
  readonly line: readonly Point[];
  readonly kinds: readonly EdgeKind[];
}

export function cutOf(line: readonly Point[], kind: EdgeKind): Cut {
  return { line, kinds: line.slice(1).map(() => kind) };
}

/** Cuts a block in two along a line that starts and ends on its outline; undefined if it does not. */
export function cutBlock(block: Block, cut: Cut): readonly [Block, Block] | undefined {
  const start = cut.line[0];
  const end = cut.line[cut.line.length - 1];
  if (!start || !end || distance(start, end) < SAME) return undefined;
  const withEnds = withCorner(withCorner(block, start), end);
  const from = withEnds.findIndex((corner) => distance(corner.at, start) < SAME);
  const to = withEnds.findIndex((corner) => distance(corner.at, end) < SAME);
  if (from < 0 || to < 0 || from === to) return undefined;

  const around = (first: number, last: number): Corner[] => {
    const count = withEnds.length;
    const steps = (last - first + count) % count;
    return Array.from({ length: steps }, (_, step) => withEnds[(first + step) % count]).filter(
      (corner) => corner !== undefined,
    );
  };
  const forwards = cut.line
    .slice(0, -1)
    .map((at, index) => ({ at, edge: cut.kinds[index] ?? 'street' }));
  const backwards = cut.line
    .slice(1)
    .map((at, index) => ({ at, edge: cut.kinds[index] ?? 'street' }))
    .reverse();
  return [
    [...around(from, to), ...backwards],
    [...around(to, from), ...forwards],
  ];
}

function withCorner(block: Block, point: Point): Block {
  if (block.some((corner) => distance(corner.at, point) < SAME)) return block;
  let best = { index: -1, off: SAME };
  edgesOf(block).forEach((edge, index) => {
    const off = distanceToStretch(...edge.line, point);
    if (off < best.off) best = { index, off };
  });
  const before = block[best.index];
  if (!before) return block;
  return [
    ...block.slice(0, best.index + 1),
    { at: point, edge: before.edge },
    ...block.slice(best.index + 1),
  ];
}

/** The stretches of a line that run through a block from outline to outline. */
export function chordsThrough(block: Block, line: readonly Point[]): readonly Point[][] {
  const stops: number[] = [];
  let passed = 0;
  const edges = edgesOf(block);
  for (const step of pairs(line)) {
    const length = distance(...step);
    for (const edge of edges) {
      const meeting = crossing(step, edge.line);
      if (meeting) stops.push(passed + length * Math.min(1, Math.max(0, meeting.shareOfA)));
    }
    passed += length;
  }
  stops.sort((first, second) => first - second);
  const ring = ringOf(block);
  const chords: Point[][] = [];
  stops.forEach((stop, index) => {
    const next = stops[index + 1];
    if (next === undefined || next - stop < 1) return;
    const middle = along(line, (stop + next) / 2).at;
    if (isInside(ring, middle) && clearance(block, middle) > 0.05) {
      chords.push(stretch(line, stop, next));
    }
  });
  return chords;
}

/** Cuts every block that a line runs through. */
export function cutAll(
  blocks: readonly Block[],
  line: readonly Point[],
  kind: EdgeKind,
): readonly Block[] {
  return blocks.flatMap((block) => {
    let pieces: Block[] = [block];
    for (const chord of chordsThrough(block, line)) {
      const middle = along(chord, lengthOf(chord) / 2).at;
      pieces = pieces.flatMap((piece) =>
        isInside(ringOf(piece), middle)
          ? (cutBlock(piece, cutOf(chord, kind)) ?? [piece])
          : [piece],
      );
    }
    return pieces;
  });
}

/** Metres from a point to the nearest edge of a block. */
export function clearance(block: Block, point: Point): number {
  let least = Infinity;
  let from = block[block.length - 1];
  for (const to of block) {
    if (from) least = Math.min(least, distanceToStretch(from.at, to.at, point));
    from = to;
  }
  return least;
}

/** A point well inside a block: the one with most clearance of a grid laid over it. */
export function heartOf(block: Block): Point {
  const ring = ringOf(block);
  const xs = ring.map((point) => point[0]);
  const ys = ring.map((point) => point[1]);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  let best: { at: Point; room: number } = { at: ring[0] ?? [0, 0], room: 0 };
  for (const cells of [11, 37]) {
    for (let column = 1; column < cells; column += 1) {
      for (let row = 1; row < cells; row += 1) {
        const at: Point = [
          west + ((east - west) * column) / cells,
          south + ((north - south) * row) / cells,
        ];
        if (!isInside(ring, at)) continue;
        const room = clearance(block, at);
        if (room > best.room) best = { at, room };
      }
    }
    if (best.room > 1) break;
  }
  return best.at;
}

/** The smallest upright rectangle of any edge's direction around a block. */
export function boxOf(block: Block): {
  readonly centre: Point;
  /** Unit vector of the longer side. */
  readonly axis: Point;
  readonly length: number;
  readonly width: number;
} {
  const ring = ringOf(block);
  let best: { centre: Point; axis: Point; length: number; width: number } | undefined;
  for (const { line } of edgesOf(block)) {
    if (distance(...line) < 5) continue;
    const [ux, uy] = direction(...line);
    const us = ring.map(([x, y]) => x * ux + y * uy);
    const vs = ring.map(([x, y]) => -x * uy + y * ux);
    const [u0, u1, v0, v1] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)];
    const [long, wide] = [u1 - u0, v1 - v0];
    if (best && long * wide >= best.length * best.width) continue;
    const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
    best = {
      centre: [u * ux - v * uy, u * uy + v * ux],
      axis: long >= wide ? [ux, uy] : [-uy, ux],
      length: Math.max(long, wide),
      width: Math.min(long, wide),
    };
  }
  return best ?? { centre: ring[0] ?? [0, 0], axis: [1, 0], length: 0, width: 0 };
}
