import { type Block, clearance, type Cut, edgesOf, kindAt, ringOf } from './block.ts';
import { along, crossing, distance, isInside, lengthOf, pairs, type Point } from './plane.ts';

/** Metres a street stops short of water or rails. */
const SHORT_OF_WALL = 26;

/** Whether a line through a block stays inside it, meets its ends squarely and hugs no edge. */
export function keepsClear(block: Block, line: readonly Point[], openEnd = false): boolean {
  const whole = lengthOf(line);
  const ring = ringOf(block);
  const edges = edgesOf(block);
  for (const share of [0.2, 0.35, 0.5, 0.65, 0.8]) {
    const at = along(line, whole * share).at;
    const fromEnd = whole * (openEnd ? share : Math.min(share, 1 - share));
    if (!isInside(ring, at) || clearance(block, at) < Math.min(26, fromEnd * 0.62)) return false;
  }
  const ends = openEnd ? [0] : [0, whole];
  for (const metres of ends) {
    const probe = along(line, metres === 0 ? 9 : whole - 9).at;
    if (!isInside(ring, probe) || clearance(block, probe) < 5.4) return false;
  }
  const inner = pairs(line);
  return inner.every((step, index) =>
    edges.every((edge) => {
      const meeting = crossing(step, edge.line);
      if (!meeting) return true;
      const atStart = index === 0 && distance(meeting.at, step[0]) < 0.01;
      const atEnd = !openEnd && index === inner.length - 1 && distance(meeting.at, step[1]) < 0.01;
      return atStart || atEnd;
    }),
  );
}

/** The cut with its street: an end on a wall stops short of it; undefined with no end on a street. */
export function planCut(
  block: Block,
  line: readonly Point[],
): { readonly cut: Cut; readonly street: readonly Point[] } | undefined {
  const start = line[0];
  const end = line[line.length - 1];
  if (!start || !end) return undefined;
  const [startKind, endKind] = [kindAt(block, start), kindAt(block, end)];
  if (startKind !== 'street' && endKind !== 'street') return undefined;
  if (startKind !== 'street') {
    const turned = planCut(block, [...line].reverse());
    return turned;
  }
  if (endKind !== 'wall') {
    return { cut: { line, kinds: line.slice(1).map(() => 'street' as const) }, street: line };
  }
  const whole = lengthOf(line);
  if (whole < SHORT_OF_WALL + 45) return undefined;
  const stop = along(line, whole - SHORT_OF_WALL).at;
  const street: Point[] = [];
  let passed = 0;
  let before: Point | undefined;
  for (const point of line) {
    if (before) passed += distance(before, point);
    before = point;
    if (passed < whole - SHORT_OF_WALL - 0.5) street.push(point);
  }
  street.push(stop);
  const cutLine = [...street, end];
  return {
    cut: {
      line: cutLine,
      kinds: cutLine.slice(1).map((_, index) => (index < street.length - 1 ? 'street' : 'wall')),
    },
    street,
  };
}
