import RBush from 'rbush';

import { piecesOf } from './pieces.ts';
import {
  crossing,
  direction,
  distance,
  lengthOf,
  meetings,
  nearest,
  pairs,
  type Point,
} from './plane.ts';
import type { StreetLine, StreetRole } from './skeleton.ts';

/** A stretch of a street between two crossings or borders, in the order of its street. */
export interface Stretch {
  readonly street: number;
  readonly line: readonly Point[];
}

const JOINABLE: ReadonlySet<StreetRole> = new Set([
  'old',
  'terraced',
  'garden',
  'estate',
  'suburb',
  'industrial',
  'country',
  'footpath',
]);
const STRAIGHT_ON = Math.cos((24 * Math.PI) / 180);

/**
 * Makes one street of two that meet end to end and go straight on, as people would name them:
 * the straightest pair first, up to `longest` metres.
 */
export function joinStreets(streets: readonly StreetLine[], longest: number): StreetLine[] {
  const joined: (StreetLine | undefined)[] = [...streets];
  for (let round = 0; round < 6; round += 1) {
    const ends = new Map<string, { index: number; atEnd: boolean }[]>();
    joined.forEach((street, index) => {
      if (!street || !JOINABLE.has(street.role)) return;
      for (const atEnd of [false, true]) {
        const end = atEnd ? street.line[street.line.length - 1] : street.line[0];
        if (!end) continue;
        const key = keyOf(end);
        ends.set(key, [...(ends.get(key) ?? []), { index, atEnd }]);
      }
    });
    const candidates: { first: End; second: End; straight: number }[] = [];
    for (const meeting of ends.values()) {
      meeting.forEach((first, position) => {
        for (const second of meeting.slice(position + 1)) {
          const [one, other] = [joined[first.index], joined[second.index]];
          if (!one || !other || first.index === second.index || one.role !== other.role) continue;
          if (lengthOf(one.line) + lengthOf(other.line) > longest) continue;
          const [ax, ay] = headingInto(one.line, first.atEnd);
          const [bx, by] = headingInto(other.line, second.atEnd);
          const straight = -(ax * bx + ay * by);
          if (straight > STRAIGHT_ON) candidates.push({ first, second, straight });
        }
      });
    }
    candidates.sort((a, b) => b.straight - a.straight);
    const taken = new Set<number>();
    for (const { first, second } of candidates) {
      const [one, other] = [joined[first.index], joined[second.index]];
      if (!one || !other || taken.has(first.index) || taken.has(second.index)) continue;
      taken.add(first.index).add(second.index);
      const head = first.atEnd ? one.line : [...one.line].reverse();
      const tail = second.atEnd ? [...other.line].reverse() : other.line;
      joined[first.index] = { ...one, line: [...head, ...tail.slice(1)] };
      joined[second.index] = undefined;
    }
    if (taken.size === 0) break;
  }
  return joined.filter((street) => street !== undefined);
}

interface End {
  readonly index: number;
  readonly atEnd: boolean;
}

/** The direction in which a street arrives at one of its ends. */
function headingInto(line: readonly Point[], atEnd: boolean): Point {
  const ordered = atEnd ? line : [...line].reverse();
  const [before, last] = [ordered[ordered.length - 2], ordered[ordered.length - 1]];
  return before && last ? direction(before, last) : [1, 0];
}

function keyOf(point: Point): string {
  return `${Math.round(point[0] * 20)},${Math.round(point[1] * 20)}`;
}

interface Piece {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly street: number;
  readonly from: Point;
  readonly to: Point;
}

/** Metres within which the end of a street lies on another. */
const TOUCHING = 0.05;

/** Cuts every street where it meets another and where it crosses one of `borders`. */
export function cutAtCrossings(
  streets: readonly StreetLine[],
  borders: readonly (readonly Point[])[],
): readonly Stretch[] {
  const pieces = streets.flatMap(({ line }, street) =>
    pairs(line).map(([from, to]): Piece => ({
      minX: Math.min(from[0], to[0]) - TOUCHING,
      minY: Math.min(from[1], to[1]) - TOUCHING,
      maxX: Math.max(from[0], to[0]) + TOUCHING,
      maxY: Math.max(from[1], to[1]) + TOUCHING,
      street,
      from,
      to,
    })),
  );
  const index = new RBush<Piece>();
  index.load(pieces);
  const ends = streets.map(({ line }) => [line[0], line[line.length - 1]]);

  return streets.flatMap(({ line }, street) => {
    const stops = borders.flatMap((border) => meetings(line, border).map((one) => one.along));
    let passed = 0;
    for (const [from, to] of pairs(line)) {
      const length = distance(from, to);
      for (const other of index.search({
        minX: Math.min(from[0], to[0]) - TOUCHING,
        minY: Math.min(from[1], to[1]) - TOUCHING,
        maxX: Math.max(from[0], to[0]) + TOUCHING,
        maxY: Math.max(from[1], to[1]) + TOUCHING,
      })) {
        if (other.street === street) continue;
        const meeting = crossing([from, to], [other.from, other.to]);
        if (meeting) stops.push(passed + length * meeting.shareOfA);
        for (const end of ends[other.street] ?? []) {
          if (!end) continue;
          const foot = nearest([from, to], end);
          if (foot.off < TOUCHING) stops.push(passed + foot.along);
        }
      }
      passed += length;
    }
    stops.sort((first, second) => first - second);
    const apart = stops.filter((stop, at) => at === 0 || stop - (stops[at - 1] ?? 0) > 0.2);
    return piecesOf(line, apart, 0.5).map((piece) => ({ street, line: piece }));
  });
}
