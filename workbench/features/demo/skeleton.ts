import type { RoadClass } from '#shared/domain/territory/territory.ts';
import { type Random } from '#shared/lib/random.ts';

import { type Block, cutAll, cutBlock, cutOf, ringOf } from './block.ts';
import { aroundFrom, clipTo, piecesOf, startingOn } from './pieces.ts';
import {
  along,
  direction,
  isInside,
  lengthOf,
  meetings,
  nearest,
  parallel,
  type Point,
  polar,
  smooth,
  stretch,
} from './plane.ts';

/** What a street of the skeleton is, so that it gets a fitting name. */
export type StreetRole =
  | 'ring'
  | 'vest'
  | 'steenweg'
  | 'gate-street'
  | 'quay'
  | 'towpath'
  | 'railside'
  | 'square'
  | 'church-square'
  | 'station-square'
  | 'village-road'
  | 'old'
  | 'terraced'
  | 'garden'
  | 'estate'
  | 'suburb'
  | 'industrial'
  | 'country'
  | 'close'
  | 'footpath';

/** A street before it has a name. */
export interface StreetLine {
  readonly line: readonly Point[];
  readonly role: StreetRole;
  readonly roadClass: RoadClass;
}

/** The lines that make the town what it is, and the land between them. */
export interface Skeleton {
  readonly outline: readonly Point[];
  readonly canal: readonly Point[];
  readonly rail: readonly Point[];
  readonly vest: readonly Point[];
  readonly ring: readonly Point[];
  readonly station: Point;
  readonly villages: readonly Point[];
  /** The approach roads from the market on, with the direction each was meant to have, degrees. */
  readonly roads: readonly { readonly line: readonly Point[]; readonly degrees: number }[];
  readonly streets: readonly StreetLine[];
  readonly blocks: readonly Block[];
}

/** Half the distance between the quays, metres. */
export const WATER_HALF_WIDTH = 24;

/** Approach roads: where they leave the market square and in which direction, degrees. */
const ROADS = [
  { corner: 'north-east', degrees: 75, bend: 4 },
  { corner: 'north', degrees: 118, bend: 5 },
  { corner: 'north-west', degrees: 158, bend: 5 },
  { corner: 'south-west', degrees: 189, bend: 3 },
  { corner: 'south', degrees: 254, bend: 3 },
  { corner: 'south-east', degrees: 311, bend: 3 },
  { corner: 'east', degrees: 12, bend: 4 },
] as const;

const MARKET: Readonly<Record<(typeof ROADS)[number]['corner'], Point>> = {
  'north-west': [-62, 34],
  north: [-14, 45],
  'north-east': [46, 52],
  east: [58, 8],
  'south-east': [56, -34],
  south: [-4, -47],
  'south-west': [-54, -38],
};

/**
 * Draws the lines that make the town: the limits of the municipality, the canal with its quays, the
 * railway, the ring road, the street on the old walls, the market with the roads that leave it, and
 * the roads that join the villages. Two towns differ by the bends of all of them.
 */
export function drawSkeleton(random: Random): Skeleton {
  const shift = (size: number): number => (random() * 2 - 1) * size;
  const near = (points: readonly Point[], size: number): Point[] =>
    points.map(([x, y]) => [x + shift(size), y + shift(size)]);
  const loop = (radius: number, wobble: number, flatten: number, roughness: number): Point[] => {
    const [first, second, third] = [random() * 360, random() * 360, random() * 360];
    const controls = Array.from({ length: 24 }, (_, index) => {
      const degrees = index * 15;
      const wave =
        Math.sin(((2 * degrees + first) * Math.PI) / 180) +
        0.6 * Math.sin(((3 * degrees + second) * Math.PI) / 180) +
        0.35 * Math.sin(((5 * degrees + third) * Math.PI) / 180);
      const [x, y] = polar(radius * (1 + wobble * wave + shift(roughness)), degrees);
      return [x, y * flatten] as const;
    });
    return smooth(controls, radius / 12, true);
  };

  const canal = smooth(
    [
      [-4200, -1650],
      ...near(
        [
          [-2600, -1180],
          [-1700, -920],
        ],
        60,
      ),
      ...near(
        [
          [-900, -650],
          [-380, -470],
          [100, -345],
          [450, -140],
          [715, 190],
        ],
        18,
      ),
      ...near(
        [
          [1010, 680],
          [1480, 1330],
          [2050, 2000],
        ],
        50,
      ),
      [3000, 3400],
    ],
    70,
  );
  const rail = smooth(
    [
      [-450, -3600],
      ...near([[220, -2050]], 40),
      [640, -1290],
      [910, -850],
      [1330, -470],
      ...near([[2000, -230]], 40),
      [4200, 60],
    ],
    80,
  );
  const outline = loop(2640, 0.04, 0.86, 0.045).slice(0, -1);
  const vest = startingOn(loop(545, 0.035, 0.97, 0.025), canal);
  const ring = startingOn(loop(1430, 0.035, 0.93, 0.012), canal);
  const station = nearest(rail, [910, -850]).at;

  const roads = ROADS.map(({ corner, degrees, bend }) => {
    const start = MARKET[corner];
    const controls = [240, 560, 960, 1430, 2150, 3100, 4200].map((radius) =>
      polar(radius, degrees + shift(bend * (radius < 700 ? 1 : 0.8))),
    );
    return smooth([start, ...controls], 45);
  });

  let blocks: readonly Block[] = [outline.map((at) => ({ at, edge: 'edge' as const }))];
  const streets: StreetLine[] = [];
  const lay = (
    line: readonly Point[],
    role: StreetRole,
    roadClass: RoadClass,
    pieces: readonly (readonly Point[])[] = [line],
  ): void => {
    blocks = cutAll(blocks, line, 'street');
    for (const piece of pieces) streets.push({ line: piece, role, roadClass });
  };
  const inTown = (line: readonly Point[]): Point[] => clipTo(outline, line);

  blocks = cutAll(blocks, canal, 'wall');
  blocks = cutAll(blocks, rail, 'wall');
  for (const side of [1, -1]) {
    const bank = parallel(canal, side * WATER_HALF_WIDTH);
    const clipped = inTown(bank);
    const stops = [ring, vest].flatMap((line) => meetings(clipped, line).map((one) => one.along));
    const pieces = piecesOf(clipped, stops);
    blocks = cutAll(blocks, bank, 'street');
    for (const piece of pieces) {
      const middle = along(piece, lengthOf(piece) / 2).at;
      const urban = isInside(ring, middle);
      const working = !urban && side < 0 && middle[0] < 0;
      streets.push({
        line: piece,
        role: urban || working ? 'quay' : 'towpath',
        roadClass: urban || working ? 'local' : 'path',
      });
    }
  }

  const gatesOn = (line: readonly Point[], roadNumbers: readonly number[]): number[] =>
    roadNumbers.flatMap((number) =>
      meetings(line, roads[number] ?? []).map((meeting) => meeting.along),
    );
  lay(ring, 'ring', 'main', aroundFrom(ring, gatesOn(ring, [0, 2, 4, 6])));
  lay(vest, 'vest', 'connecting', aroundFrom(vest, gatesOn(vest, [0, 1, 2, 3, 4, 5, 6])));

  // The market square: two roads and its southern side make one cut, its northern side another.
  const { east, south } = MARKET;
  const [northWest, north, northEast] = [MARKET['north-west'], MARKET.north, MARKET['north-east']];
  const [southWest, southEast] = [MARKET['south-west'], MARKET['south-east']];
  const westRoad = roads[3] ?? [];
  const eastRoad = roads[6] ?? [];
  const southernSide = [southWest, south, southEast, east];
  const northernSide = [southWest, northWest, north, northEast, east];
  blocks = cutAll(
    blocks,
    [...[...westRoad].reverse(), ...southernSide.slice(1, -1), ...eastRoad],
    'street',
  );
  blocks = cutAll(blocks, northernSide, 'street');
  streets.push({
    line: [...southernSide, ...northernSide.slice(0, -1).reverse()],
    role: 'square',
    roadClass: 'local',
  });
  roads.forEach((road, number) => {
    if (number !== 3 && number !== 6) blocks = cutAll(blocks, road, 'street');
    const clipped = inTown(road);
    const gate = meetings(clipped, vest)[0]?.along ?? 0;
    const pieces = piecesOf(clipped, [gate]);
    if (pieces[0]) streets.push({ line: pieces[0], role: 'gate-street', roadClass: 'connecting' });
    if (pieces[1]) streets.push({ line: pieces[1], role: 'steenweg', roadClass: 'main' });
  });

  // Outside the ring the approach roads are joined by older country roads; villages grew on them.
  const at = (number: number, radius: number): Point => {
    const road = roads[number] ?? [];
    const stop = meetings(
      road,
      Array.from({ length: 73 }, (_, index) => polar(radius, index * 5)),
    )[0];
    return stop?.at ?? polar(radius, 0);
  };
  const villages = [at(0, 1960), at(2, 2020)];
  const joins: readonly (readonly [Point, Point, number])[] = [
    [at(0, 1960), at(1, 1900), 90],
    [at(1, 1900), at(2, 2020), 120],
    [at(2, 2020), at(3, 2050), 60],
    [at(4, 1950), at(5, 2050), 150],
    [at(5, 2050), at(6, 2000), 420],
  ];
  for (const [from, to, bulge] of joins) {
    const [dx, dy] = direction(from, to);
    const middle: Point = [(from[0] + to[0]) / 2 + dy * bulge, (from[1] + to[1]) / 2 - dx * bulge];
    lay(smooth([from, middle, to], 45), 'village-road', 'connecting');
  }

  // Along the rails, between the southern and the eastern road: the street of the station.
  for (const side of [1, -1]) {
    const beside = parallel(rail, side * 22);
    const stops = meetings(beside, ring).map((meeting) => meeting.along);
    const [start, end] = [stops[0], stops[stops.length - 1]];
    if (start === undefined || end === undefined) continue;
    lay(stretch(beside, start, end), 'railside', 'local');
  }

  // Squares of churches, and the one of the station.
  const squares: readonly (readonly [Point, readonly Point[], number, number, StreetRole])[] = [
    [polar(205, 135), roads[1] ?? [], 62, 52, 'church-square'],
    [polar(250, 290), roads[5] ?? [], 50, 44, 'church-square'],
    [at(0, 1890), roads[0] ?? [], 64, 50, 'church-square'],
    [at(2, 1950), roads[2] ?? [], 60, 50, 'church-square'],
    [at(5, 1085), roads[5] ?? [], 90, 70, 'station-square'],
  ];
  for (const [where, road, width, depth, role] of squares) {
    const foot = nearest(road, where);
    const start = along(road, foot.along - width / 2);
    const end = along(road, foot.along + width / 2);
    const [dx, dy] = direction(start.at, end.at);
    const corner = (point: Point): Point => [point[0] - dy * depth, point[1] + dx * depth];
    const line = [start.at, corner(start.at), corner(end.at), end.at];
    const cut = blocks.map((block) => {
      const inside = isInside(ringOf(block), corner(along(road, foot.along).at));
      return inside ? cutBlock(block, cutOf(line, 'street')) : undefined;
    });
    if (!cut.some((pieces) => pieces)) continue;
    blocks = blocks.flatMap((block, index) => cut[index] ?? [block]);
    streets.push({ line, role, roadClass: 'local' });
  }

  return {
    outline,
    canal,
    rail,
    vest,
    ring,
    station,
    villages,
    roads: roads.map((line, number) => ({ line, degrees: ROADS[number]?.degrees ?? 0 })),
    streets,
    blocks,
  };
}
