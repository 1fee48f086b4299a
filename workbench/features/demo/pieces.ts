import { along, distance, isInside, lengthOf, meetings, type Point, stretch } from './plane.ts';

/** The same closed line, beginning where it first meets another. */
export function startingOn(closed: readonly Point[], other: readonly Point[]): Point[] {
  const meeting = meetings(closed, other)[0];
  if (!meeting) throw new RangeError('startingOn: the lines do not meet');
  const whole = lengthOf(closed);
  const head = stretch(closed, 0, meeting.along);
  const tail = stretch(closed, meeting.along, whole);
  const turned = [...tail.slice(0, -1), ...head];
  const start = turned[0];
  return start && distance(start, meeting.at) < 1 ? [...turned.slice(0, -1), start] : turned;
}

/** A closed line cut at distances along it; the piece over its start stays whole. */
export function aroundFrom(closed: readonly Point[], stops: readonly number[]): readonly Point[][] {
  const pieces = piecesOf(closed, stops);
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  if (!first || !last || pieces.length < 2) return pieces;
  return [...pieces.slice(1, -1), [...last, ...first.slice(1)]];
}

/** A line cut at distances along it; pieces shorter than `least` metres are left out. */
export function piecesOf(
  line: readonly Point[],
  stops: readonly number[],
  least = 10,
): readonly Point[][] {
  const whole = lengthOf(line);
  const marks = [0, ...stops.filter((stop) => stop > 0.5 && stop < whole - 0.5), whole].sort(
    (first, second) => first - second,
  );
  return marks
    .slice(1)
    .map((end, index) => ({ start: marks[index] ?? 0, end }))
    .filter(({ start, end }) => end - start > least)
    .map(({ start, end }) => stretch(line, start, end));
}

/** The longest stretch of a line that lies inside a ring. */
export function clipTo(ring: readonly Point[], line: readonly Point[]): Point[] {
  const closed = ring[0] ? [...ring, ring[0]] : ring;
  const stops = meetings(line, closed).map((meeting) => meeting.along);
  const inside = piecesOf(line, stops).filter((piece) =>
    isInside(ring, along(piece, lengthOf(piece) / 2).at),
  );
  return inside.reduce<Point[]>(
    (longest, piece) => (lengthOf(piece) > lengthOf(longest) ? piece : longest),
    [],
  );
}
