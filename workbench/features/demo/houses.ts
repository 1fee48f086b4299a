import RBush from 'rbush';

import type { Random } from '#shared/lib/random.ts';

import {
  along,
  distance,
  distanceToStretch,
  isInside,
  lengthOf,
  nearest,
  pairs,
  type Point,
} from './plane.ts';
import { blockSize, PARK, quarterAt } from './quarters.ts';
import { type Skeleton, type StreetLine, type StreetRole, WATER_HALF_WIDTH } from './skeleton.ts';

/** A house along a street, before it has ids. */
export interface House {
  /** Number of its street in the list that was given. */
  readonly street: number;
  readonly houseNumber: string;
  readonly at: Point;
}

/** How houses stand along streets of a role, metres. */
interface Building {
  /** From one door to the next. */
  readonly step: number;
  /** From the middle of the street to the door. */
  readonly setback: number;
}

const NONE: Building = { step: Infinity, setback: 10 };
const ROWS: Building = { step: 16, setback: 8 };
const BUILDINGS: Readonly<Record<StreetRole, Building>> = {
  ring: { step: 79, setback: 22 },
  vest: { step: 17, setback: 13 },
  steenweg: { step: 22, setback: 14 },
  'gate-street': { step: 12, setback: 8 },
  quay: { step: 16, setback: 10 },
  towpath: NONE,
  railside: { step: 18, setback: 11 },
  square: { step: 12, setback: 7 },
  'church-square': { step: 16, setback: 7 },
  'station-square': { step: 18, setback: 8 },
  'village-road': { step: 32, setback: 13 },
  old: { step: 14, setback: 7 },
  terraced: ROWS,
  garden: { step: 22, setback: 12 },
  estate: { step: 25, setback: 13 },
  suburb: { step: 29, setback: 14 },
  industrial: { step: 82, setback: 24 },
  country: { step: 125, setback: 17 },
  close: { step: 22, setback: 12 },
  footpath: NONE,
};

const SQUARES: ReadonlySet<StreetRole> = new Set(['square', 'church-square', 'station-square']);

interface Stretch {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly street: number;
  readonly line: readonly [Point, Point];
}

interface Door {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/**
 * Houses along every street, odd numbers on the left and even ones on the right as seen when leaving
 * the market. A house stands nearer to its own street than to any other, and never in water, on the
 * rails, on a square, in the park or where `isOpen` says that nobody builds.
 */
export function buildHouses(
  skeleton: Skeleton,
  streets: readonly StreetLine[],
  random: Random,
  isOpen: (at: Point) => boolean,
): readonly House[] {
  const stretches = new RBush<Stretch>();
  stretches.load(
    streets.flatMap(({ line }, street) =>
      pairs(line).map(([from, to]) => ({
        ...boxAround([from, to], 0),
        street,
        line: [from, to] as const,
      })),
    ),
  );
  const squares = streets.filter(({ role }) => SQUARES.has(role)).map(({ line }) => line);
  const doors = new RBush<Door>();
  const houses: House[] = [];

  const isFree = (at: Point, street: number, setback: number): boolean => {
    if (distance(at, PARK.at) < PARK.radius) return false;
    if (nearest(skeleton.canal, at).off < WATER_HALF_WIDTH + 4) return false;
    if (nearest(skeleton.rail, at).off < 12) return false;
    if (squares.some((square) => isInside(square, at))) return false;
    if (!isInside(skeleton.outline, at)) return false;
    if (isOpen(at)) return false;
    if (doors.collides(boxAround([at], 3))) return false;
    return stretches
      .search(boxAround([at], setback))
      .every(
        (other) => other.street === street || distanceToStretch(...other.line, at) > setback - 0.5,
      );
  };

  streets.forEach(({ line, role }, street) => {
    const { step, setback } = BUILDINGS[role];
    if (step === Infinity) return;
    const first = line[0];
    const last = line[line.length - 1];
    if (!first || !last) return;
    const outwards = Math.hypot(...first) <= Math.hypot(...last) ? line : [...line].reverse();
    const whole = lengthOf(outwards);
    for (const side of [1, -1]) {
      let number = side === 1 ? 1 : 2;
      let metres = setback + random() * step * 0.6;
      while (metres < whole - setback * 0.7) {
        const { at: foot, heading } = along(outwards, metres);
        const away = setback * (0.94 + random() * 0.12);
        const at: Point = [foot[0] - heading[1] * side * away, foot[1] + heading[0] * side * away];
        if (isFree(at, street, setback * 0.94)) {
          houses.push({ street, houseNumber: String(number), at });
          doors.insert(boxAround([at], 0));
          // A plot that was joined with another leaves a gap in the numbers.
          number += random() < 0.07 ? 4 : 2;
        }
        metres += step * sparseness(skeleton, role, foot) * (0.8 + random() * 0.4);
      }
    }
  });
  return houses;
}

/** Along roads through fields the houses stand far apart. */
function sparseness(skeleton: Skeleton, role: StreetRole, at: Point): number {
  if (role !== 'steenweg' && role !== 'village-road' && role !== 'country') return 1;
  if (isInside(skeleton.ring, at)) return 1;
  const size = blockSize(skeleton, quarterAt(skeleton, at), at);
  if (size < 60_000) return 1;
  return size < 130_000 ? 1.8 : 3.2;
}

function boxAround(points: readonly Point[], metres: number): Door {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  return {
    minX: Math.min(...xs) - metres,
    minY: Math.min(...ys) - metres,
    maxX: Math.max(...xs) + metres,
    maxY: Math.max(...ys) + metres,
  };
}
