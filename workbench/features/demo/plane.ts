import type { Position } from '#shared/domain/territory/geometry.ts';

/** A point on the plane the town is drawn on: metres east and north of its market square. */
export type Point = readonly [x: number, y: number];

/** Where the fictitious market square lies on the map. */
const ORIGIN: Position = [4.352, 50.924];
const METRES_PER_DEGREE = 111_195;
const STRETCH = Math.cos((ORIGIN[1] * Math.PI) / 180);

/** The position of a point in degrees, rounded to seven decimals (a centimetre). */
export function toPosition(point: Point): Position {
  return [
    round7(ORIGIN[0] + point[0] / (METRES_PER_DEGREE * STRETCH)),
    round7(ORIGIN[1] + point[1] / METRES_PER_DEGREE),
  ];
}

function round7(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

export function distance(from: Point, to: Point): number {
  // Not Math.hypot: it is many times slower, and this is called millions of times.
  return Math.sqrt((to[0] - from[0]) ** 2 + (to[1] - from[1]) ** 2);
}

export function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** The point at `radius` metres from the market, `degrees` anticlockwise from east. */
export function polar(radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/** Unit vector from one point to another; [1, 0] when they are the same. */
export function direction(from: Point, to: Point): Point {
  const length = distance(from, to);
  return length === 0 ? [1, 0] : [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

/** Consecutive pairs of a line. */
export function pairs(line: readonly Point[]): readonly (readonly [Point, Point])[] {
  const result: (readonly [Point, Point])[] = [];
  let from: Point | undefined;
  for (const to of line) {
    if (from) result.push([from, to]);
    from = to;
  }
  return result;
}

export function lengthOf(line: readonly Point[]): number {
  return pairs(line).reduce((sum, [from, to]) => sum + distance(from, to), 0);
}

/** The point `metres` along a line, and the direction the line has there. */
export function along(
  line: readonly Point[],
  metres: number,
): { readonly at: Point; readonly heading: Point } {
  let left = Math.max(0, metres);
  let last: { at: Point; heading: Point } | undefined;
  for (const [from, to] of pairs(line)) {
    const step = distance(from, to);
    if (step === 0) continue;
    if (left <= step) return { at: between(from, to, left / step), heading: direction(from, to) };
    left -= step;
    last = { at: to, heading: direction(from, to) };
  }
  if (!last) throw new RangeError('along: a line of no length');
  return last;
}

/** The stretch of a line between two distances along it. */
export function stretch(line: readonly Point[], start: number, end: number): Point[] {
  const result: Point[] = [along(line, start).at];
  let passed = 0;
  for (const [from, to] of pairs(line)) {
    passed += distance(from, to);
    if (passed > start + 0.01 && passed < end - 0.01) result.push(to);
  }
  result.push(along(line, end).at);
  return result;
}

/** Metres from a point to the stretch between two others. */
export function distanceToStretch(from: Point, to: Point, point: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  const along = (point[0] - from[0]) * dx + (point[1] - from[1]) * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, along / square));
  return Math.sqrt((from[0] + dx * share - point[0]) ** 2 + (from[1] + dy * share - point[1]) ** 2);
}

export interface OnLine {
  readonly at: Point;
  /** Metres along the line. */
  readonly along: number;
  /** Metres away from it. */
  readonly off: number;
  /** Positive on the left of the line, negative on its right. */
  readonly side: number;
}

/** The point of a line nearest to `point`. Called millions of times: it makes nothing on the way. */
export function nearest(line: readonly Point[], point: Point): OnLine {
  let best: OnLine = { at: line[0] ?? point, along: 0, off: Infinity, side: 0 };
  let passed = 0;
  let from: Point | undefined;
  for (const to of line) {
    if (from) {
      const step = distance(from, to);
      const dx = step === 0 ? 1 : (to[0] - from[0]) / step;
      const dy = step === 0 ? 0 : (to[1] - from[1]) / step;
      const px = point[0] - from[0];
      const py = point[1] - from[1];
      const share = Math.min(step, Math.max(0, px * dx + py * dy));
      const x = from[0] + dx * share;
      const y = from[1] + dy * share;
      const off = Math.sqrt((point[0] - x) ** 2 + (point[1] - y) ** 2);
      if (off < best.off)
        best = { at: [x, y], along: passed + share, off, side: dx * py - dy * px };
      passed += step;
    }
    from = to;
  }
  return best;
}

const TOUCH = 1e-7;

/** Where two stretches cross or touch, as shares of both; undefined when they do not. */
export function crossing(
  a: readonly [Point, Point],
  b: readonly [Point, Point],
): { readonly at: Point; readonly shareOfA: number; readonly shareOfB: number } | undefined {
  const [ax, ay] = [a[1][0] - a[0][0], a[1][1] - a[0][1]];
  const [bx, by] = [b[1][0] - b[0][0], b[1][1] - b[0][1]];
  const cross = ax * by - ay * bx;
  if (Math.abs(cross) < 1e-12) return undefined;
  const [ox, oy] = [b[0][0] - a[0][0], b[0][1] - a[0][1]];
  const shareOfA = (ox * by - oy * bx) / cross;
  const shareOfB = (ox * ay - oy * ax) / cross;
  if (shareOfA < -TOUCH || shareOfA > 1 + TOUCH || shareOfB < -TOUCH || shareOfB > 1 + TOUCH) {
    return undefined;
  }
  return { at: between(a[0], a[1], shareOfA), shareOfA, shareOfB };
}

/** The places where a line meets another, by distance along the first. */
export function meetings(
  line: readonly Point[],
  other: readonly Point[],
): readonly { readonly at: Point; readonly along: number }[] {
  const found: { at: Point; along: number }[] = [];
  const others = pairs(other);
  let passed = 0;
  for (const stretchOfLine of pairs(line)) {
    const step = distance(...stretchOfLine);
    for (const stretchOfOther of others) {
      const meeting = crossing(stretchOfLine, stretchOfOther);
      if (meeting) found.push({ at: meeting.at, along: passed + step * meeting.shareOfA });
    }
    passed += step;
  }
  found.sort((first, second) => first.along - second.along);
  return found.filter((one, index) => {
    const before = found[index - 1];
    return !before || one.along - before.along > 0.01;
  });
}

/** Whether a point lies inside a ring (even-odd rule); the ring need not repeat its first point. */
export function isInside(ring: readonly Point[], point: Point): boolean {
  let inside = false;
  let before = ring[ring.length - 1];
  for (const corner of ring) {
    if (
      before &&
      corner[1] > point[1] !== before[1] > point[1] &&
      point[0] <
        ((before[0] - corner[0]) * (point[1] - corner[1])) / (before[1] - corner[1]) + corner[0]
    ) {
      inside = !inside;
    }
    before = corner;
  }
  return inside;
}

/** Area of a ring in square metres; positive when it runs anticlockwise. */
export function signedArea(ring: readonly Point[]): number {
  let twice = 0;
  let before = ring[ring.length - 1];
  for (const corner of ring) {
    if (before) twice += before[0] * corner[1] - corner[0] * before[1];
    before = corner;
  }
  return twice / 2;
}

/** A line at `metres` to the left (negative: right) of another, for gentle curves. */
export function parallel(line: readonly Point[], metres: number): Point[] {
  return line.map((at, index) => {
    const from = line[Math.max(0, index - 1)] ?? at;
    const to = line[Math.min(line.length - 1, index + 1)] ?? at;
    const [dx, dy] = direction(from, to);
    return [at[0] - dy * metres, at[1] + dx * metres];
  });
}

/**
 * A smooth line through control points (Catmull and Rom, "A class of local interpolating splines",
 * 1974), with a point about every `step` metres.
 */
export function smooth(controls: readonly Point[], step: number, closed = false): Point[] {
  const count = controls.length;
  const control = (index: number): Point => {
    const wrapped = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index));
    return controls[wrapped] ?? [0, 0];
  };
  const result: Point[] = [];
  const spans = closed ? count : count - 1;
  for (let span = 0; span < spans; span += 1) {
    const [p0, p1, p2, p3] = [
      control(span - 1),
      control(span),
      control(span + 1),
      control(span + 2),
    ];
    const pieces = Math.max(1, Math.round(distance(p1, p2) / step));
    for (let piece = 0; piece < pieces; piece += 1) {
      const t = piece / pieces;
      const at = (axis: 0 | 1): number =>
        0.5 *
        (2 * p1[axis] +
          (p2[axis] - p0[axis]) * t +
          (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * t ** 2 +
          (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * t ** 3);
      result.push([at(0), at(1)]);
    }
  }
  result.push(control(closed ? 0 : count - 1));
  return result;
}
