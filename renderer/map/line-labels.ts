import type { WorldBox } from './mercator.ts';

/**
 * A name along a street: where each of its letters stands. Everything here is in CSS pixels.
 */
export interface LetterPlace {
  /** Middle of the letter on the line. */
  readonly x: number;
  readonly y: number;
  /** Direction of the writing, radians clockwise from the x axis. */
  readonly angle: number;
}

export interface LabelPlace {
  readonly letters: readonly LetterPlace[];
  /** True when the letters stand on one straight line and can be written in one go. */
  readonly straight: boolean;
}

/** The sharpest turn between two letters that still reads well, radians. */
const SHARPEST_TURN = 0.55;
/** The most a name may bend from its first to its last letter, radians. */
const MOST_BEND = 1.3;
/** Below this bend the name is written in one go. */
const STRAIGHT_BEND = 0.05;

/**
 * Places a text on a polyline so that its middle is `at` pixels along it, upright for the reader.
 *
 * @param line x and y in turn.
 * @param widths advance of each letter.
 * @returns undefined when the line is too short there or bends too much to read.
 */
export function placeOnLine(
  line: ArrayLike<number>,
  widths: readonly number[],
  at: number,
): LabelPlace | undefined {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const start = at - total / 2;
  if (start < 0 || widths.length === 0) return undefined;
  const forward = walk(line, middles(widths, start));
  if (!forward) return undefined;
  const first = forward[0];
  const last = forward.at(-1);
  if (!first || !last) return undefined;
  const upright =
    last.x > first.x || (last.x === first.x && (forward.length > 1 || Math.cos(first.angle) >= 0));
  const letters = upright ? forward : turned(line, widths, start);
  return letters && readable(letters);
}

/** The same stretch written from its other end. */
function turned(
  line: ArrayLike<number>,
  widths: readonly number[],
  start: number,
): readonly LetterPlace[] | undefined {
  const letters = walk(line, middles([...widths].reverse(), start));
  return letters?.toReversed().map((place) => ({ ...place, angle: normal(place.angle + Math.PI) }));
}

function readable(letters: readonly LetterPlace[]): LabelPlace | undefined {
  let least = Infinity;
  let most = -Infinity;
  let bend = 0;
  for (let index = 1; index < letters.length; index += 1) {
    const turn = normal((letters[index]?.angle ?? 0) - (letters[index - 1]?.angle ?? 0));
    if (Math.abs(turn) > SHARPEST_TURN) return undefined;
    bend += turn;
    least = Math.min(least, bend);
    most = Math.max(most, bend);
  }
  const range = letters.length > 1 ? Math.max(most, 0) - Math.min(least, 0) : 0;
  return range > MOST_BEND ? undefined : { letters, straight: range < STRAIGHT_BEND };
}

/** Distance along the line of the middle of each letter. */
function middles(widths: readonly number[], start: number): readonly number[] {
  let at = start;
  return widths.map((width) => {
    at += width;
    return at - width / 2;
  });
}

/** Points at these distances along the line, ascending; undefined when it ends before the last. */
function walk(
  line: ArrayLike<number>,
  distances: readonly number[],
): readonly LetterPlace[] | undefined {
  const places: LetterPlace[] = [];
  let passed = 0;
  let index = 2;
  for (const distance of distances) {
    for (; index + 1 < line.length; index += 2) {
      const stepX = (line[index] ?? 0) - (line[index - 2] ?? 0);
      const stepY = (line[index + 1] ?? 0) - (line[index - 1] ?? 0);
      const step = Math.hypot(stepX, stepY);
      if (step > 0 && passed + step >= distance) {
        const share = (distance - passed) / step;
        places.push({
          x: (line[index - 2] ?? 0) + stepX * share,
          y: (line[index - 1] ?? 0) + stepY * share,
          angle: Math.atan2(stepY, stepX),
        });
        break;
      }
      passed += step;
    }
    if (index + 1 >= line.length) return undefined;
  }
  return places;
}

/** Length of a polyline, x and y in turn. */
export function lengthOf(line: ArrayLike<number>): number {
  let length = 0;
  for (let index = 2; index + 1 < line.length; index += 2) {
    length += Math.hypot(
      (line[index] ?? 0) - (line[index - 2] ?? 0),
      (line[index + 1] ?? 0) - (line[index - 1] ?? 0),
    );
  }
  return length;
}

/**
 * The stretch of a polyline from where it first touches a box to where it leaves it for the last time, as
 * distances along it; undefined when it never does.
 */
export function spanWithin(
  line: ArrayLike<number>,
  box: WorldBox,
): readonly [from: number, to: number] | undefined {
  let passed = 0;
  let span: readonly [number, number] | undefined;
  for (let index = 2; index + 1 < line.length; index += 2) {
    const [x1, y1] = [line[index - 2] ?? 0, line[index - 1] ?? 0];
    const [x2, y2] = [line[index] ?? 0, line[index + 1] ?? 0];
    const step = Math.hypot(x2 - x1, y2 - y1);
    const inside = clipped(x1, y1, x2, y2, box);
    if (inside) span = [span?.[0] ?? passed + step * inside[0], passed + step * inside[1]];
    passed += step;
  }
  return span;
}

/** The part of a stretch inside a box, as shares of it (Liang and Barsky 1984); undefined if none is. */
function clipped(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  box: WorldBox,
): readonly [number, number] | undefined {
  let from = 0;
  let to = 1;
  for (const [delta, room] of [
    [x1 - x2, x1 - box.minX],
    [x2 - x1, box.maxX - x1],
    [y1 - y2, y1 - box.minY],
    [y2 - y1, box.maxY - y1],
  ] as const) {
    if (delta === 0) {
      if (room < 0) return undefined;
    } else if (delta < 0) {
      from = Math.max(from, room / delta);
    } else {
      to = Math.min(to, room / delta);
    }
  }
  return from <= to ? [from, to] : undefined;
}

/** An angle brought into (-π, π]. */
function normal(angle: number): number {
  const whole = 2 * Math.PI;
  const rest = ((angle % whole) + whole) % whole;
  return rest > Math.PI ? rest - whole : rest;
}
