import type { LandscapeKind } from '#shared/domain/territory/territory.ts';
import type { Random } from '#shared/lib/random.ts';

import { areaOf, clearance, heartOf, ringOf } from './block.ts';
import type { QuarterBlock } from './fill.ts';
import { clipTo } from './pieces.ts';
import {
  distance,
  isInside,
  meetings,
  nearest,
  parallel,
  type Point,
  polar,
  signedArea,
  smooth,
  stretch,
} from './plane.ts';
import { PARK } from './quarters.ts';
import { type Skeleton, type StreetLine, WATER_HALF_WIDTH } from './skeleton.ts';
import { aligned, outlineOf } from './union.ts';

/** Rings of one polygon on the plane, the outer one first; none repeats its first point. */
export type PlanePolygon = readonly (readonly Point[])[];

/** Water, green or railway before it is put on the map. */
export interface LandscapeShape {
  readonly kind: LandscapeKind;
  readonly nameNl: string;
  readonly nameFr: string;
  readonly shape:
    | { readonly type: 'MultiPolygon'; readonly polygons: readonly PlanePolygon[] }
    | { readonly type: 'MultiLineString'; readonly lines: readonly (readonly Point[])[] };
}

/** From the middle of a quay to the edge of the water, metres. */
const QUAY = 7;
/** Half the width of the station with its platforms, metres. */
const STATION_HALF_WIDTH = 10;
const STATION_LENGTH = 190;
/** Between a station and a street that crosses the rails, metres. */
const STATION_ROOM = 25;

/** Woods and fields of grass: the largest free blocks of a quarter within these limits, square metres. */
const OPEN_GREEN: readonly {
  readonly quarter: string;
  readonly count: number;
  readonly between: readonly [number, number];
  readonly nameNl: string;
  readonly nameFr: string;
}[] = [
  { quarter: 'LM12', count: 2, between: [60_000, 420_000], nameNl: 'Hazelbos', nameFr: '' },
  { quarter: 'LM11', count: 1, between: [60_000, 300_000], nameNl: 'Elsterbroek', nameFr: '' },
  { quarter: 'LM13', count: 1, between: [60_000, 300_000], nameNl: 'Rietbeemd', nameFr: '' },
  { quarter: 'LM10', count: 1, between: [60_000, 260_000], nameNl: 'Oosterbos', nameFr: '' },
  { quarter: 'LM08', count: 1, between: [50_000, 200_000], nameNl: 'Spoorbos', nameFr: '' },
  { quarter: 'LM05', count: 1, between: [20_000, 70_000], nameNl: 'Westerpark', nameFr: '' },
  { quarter: 'LM06', count: 1, between: [16_000, 50_000], nameNl: 'Stationspark', nameFr: '' },
];
/** Where the streets of the garden quarter meet, and how far from there its green reaches, metres. */
const GARDEN_GREEN = { at: polar(985, 138), radius: 85 };
/** A block counts with the park when its middle is this near to the park's, metres. */
const PARK_REACH = PARK.radius + 55;

/**
 * The canal between its quays, the park with its pond, other green, the railway and the station. All of
 * it lies in what the streets leave free: only bridges cross water, and green is made of whole blocks.
 *
 * @param land blocks that no street runs into.
 */
export function drawLandscape(
  skeleton: Skeleton,
  land: readonly QuarterBlock[],
  streets: readonly StreetLine[],
  random: Random,
): readonly LandscapeShape[] {
  const around = (at: Point, metres: number): readonly QuarterBlock[] =>
    land.filter(({ block }) => distance(heartOf(block), at) < metres);
  const park = around(PARK.at, PARK_REACH);
  const gardenGreen = around(GARDEN_GREEN.at, GARDEN_GREEN.radius);
  const others = land.filter((one) => !park.includes(one) && !gardenGreen.includes(one));
  const chosen = OPEN_GREEN.flatMap(({ quarter, count, between: [least, most], ...names }) =>
    others
      .filter(({ block, quarter: { code } }) => {
        const area = areaOf(block);
        return code === quarter && area > least && area < most;
      })
      .sort((first, second) => areaOf(second.block) - areaOf(first.block))
      .slice(0, count)
      .map((one, index) => green([one], index === 0 ? names : NAMELESS)),
  );
  const churchyards = streets.filter(({ role }) => role === 'church-square');
  const pond = drawPond(park, random);
  return [
    drawCanal(skeleton),
    {
      kind: 'water',
      ...CANAL_NAMES,
      shape: { type: 'MultiLineString', lines: [clipTo(skeleton.outline, skeleton.canal)] },
    },
    ...(pond ? [pond] : []),
    green(park, { nameNl: 'Stadspark', nameFr: 'Parc communal' }),
    ...(gardenGreen.length > 0 ? [green(gardenGreen, NAMELESS)] : []),
    ...chosen,
    ...churchyards.map(({ line }) => surface('green', NAMELESS, [[anticlockwise(line)]])),
    {
      kind: 'rail',
      ...NAMELESS,
      shape: { type: 'MultiLineString', lines: [clipTo(skeleton.outline, skeleton.rail)] },
    },
    drawStation(skeleton, streets),
  ];
}

/** Whether a point lies in a green, where nobody builds. */
export function isGreen(landscape: readonly LandscapeShape[], at: Point): boolean {
  return landscape.some(
    ({ kind, shape }) =>
      kind === 'green' &&
      shape.type === 'MultiPolygon' &&
      shape.polygons.some(
        ([outer, ...holes]) =>
          outer !== undefined && isInside(outer, at) && !holes.some((hole) => isInside(hole, at)),
      ),
  );
}

interface Names {
  readonly nameNl: string;
  readonly nameFr: string;
}

const NAMELESS: Names = { nameNl: '', nameFr: '' };
const CANAL_NAMES: Names = { nameNl: 'Lindervaart', nameFr: 'Canal de Lindremonde' };

function surface(
  kind: LandscapeKind,
  names: Names,
  polygons: readonly PlanePolygon[],
): LandscapeShape {
  return { kind, ...names, shape: { type: 'MultiPolygon', polygons } };
}

/** Blocks side by side become one green, without the streets between them as borders. */
function green(blocks: readonly QuarterBlock[], names: Names): LandscapeShape {
  return surface('green', names, outlineOf(aligned(blocks.map(({ block }) => ringOf(block)))));
}

function drawCanal({ outline, canal }: Skeleton): LandscapeShape {
  const [left, right] = [1, -1].map((side) =>
    clipTo(outline, parallel(canal, side * (WATER_HALF_WIDTH - QUAY))),
  );
  // The name is written along the course, which is a line of its own.
  return surface('water', NAMELESS, [
    [anticlockwise([...(left ?? []), ...(right ?? []).toReversed()])],
  ]);
}

/** A pond in the part of the park that has most room for it. */
function drawPond(park: readonly QuarterBlock[], random: Random): LandscapeShape | undefined {
  const places = park.map(({ block }) => {
    const heart = heartOf(block);
    return { heart, room: clearance(block, heart) };
  });
  const best = places.reduce<(typeof places)[number] | undefined>(
    (most, place) => (place.room > (most?.room ?? 25) ? place : most),
    undefined,
  );
  if (!best) return undefined;
  const turn = random() * 360;
  const controls = Array.from({ length: 10 }, (_, index): Point => {
    const wave = Math.sin(((index * 72 + turn) * Math.PI) / 180) * 0.16 + (random() - 0.5) * 0.14;
    const [x, y] = polar(best.room * 0.62 * (1 + wave), index * 36);
    return [best.heart[0] + x, best.heart[1] + y];
  });
  const ring = smooth(controls, 9, true).slice(0, -1);
  return surface('water', { nameNl: 'Parkvijver', nameFr: 'Étang du parc' }, [
    [anticlockwise(ring)],
  ]);
}

/** Platforms on both sides of the rails, where no street crosses them. */
function drawStation({ rail, station }: Skeleton, streets: readonly StreetLine[]): LandscapeShape {
  const crossed = streets.flatMap(({ line }) => meetings(rail, line).map((one) => one.along));
  const wanted = nearest(rail, station).along;
  const room = STATION_LENGTH / 2 + STATION_ROOM;
  const offsets = Array.from({ length: 81 }, (_, step) => (step % 2 === 0 ? 5 : -5) * step);
  const middle = offsets
    .map((offset) => wanted + offset)
    .find((at) => crossed.every((crossing) => Math.abs(crossing - at) > room));
  if (middle === undefined) throw new RangeError('drawStation: no room beside the rails');
  const beside = (metres: number): Point[] =>
    stretch(parallel(rail, metres), middle - STATION_LENGTH / 2, middle + STATION_LENGTH / 2);
  const ring = [...beside(STATION_HALF_WIDTH), ...beside(-STATION_HALF_WIDTH).reverse()];
  return surface('rail', { nameNl: 'Station', nameFr: 'Gare' }, [[anticlockwise(ring)]]);
}

function anticlockwise(ring: readonly Point[]): readonly Point[] {
  return signedArea(ring) < 0 ? ring.toReversed() : ring;
}
