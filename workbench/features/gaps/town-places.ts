/**
 * The places that feeling and fact are counted by: segments, streets and neighbourhoods of today, each with a
 * number, its length and its neighbours. What older rows of the territory were called leads to the same number.
 */
import { setImmediate } from 'node:timers/promises';

import type { GapLevel } from '#shared/domain/gaps/gap-map.ts';
import {
  type NeighbourGraph,
  segmentNeighboursInSteps,
} from '#shared/domain/statistics/neighbour-graph.ts';
import type { Line } from '#shared/domain/territory/geometry.ts';
import { numberStretches } from '#shared/domain/territory/number-stretches.ts';
import type { RoadClass } from '#shared/domain/territory/territory.ts';
import { type Day, isValidOn } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { allNeighbourhoods, segmentsAfter } from '../../store/repositories/gap-repository.ts';
import { allStreets } from '../../store/repositories/territory-repository.ts';
import { keepPerTerritory } from '../territory/index.ts';

/** Stands for no place where a number is asked for. */
export const NOWHERE = -1;

export interface TownPlace {
  readonly id: Id;
  readonly nameNl: string;
  readonly nameFr: string;
  /** Of all its pieces of street. */
  readonly metres: number;
  /** Its street; null for a neighbourhood. */
  readonly streetId: Id | null;
  /** Of a piece of street: its place along a street that has several; else null. */
  readonly stretch: number | null;
  /** Number of its neighbourhood: that of its longest part, {@link NOWHERE} outside all of them. */
  readonly area: number;
}

export interface TownSegment {
  readonly id: Id;
  readonly line: Line;
  readonly roadClass: RoadClass;
  readonly metres: number;
  readonly street: number;
  readonly area: number;
}

export interface TownPlaces {
  readonly segments: readonly TownSegment[];
  readonly levels: Readonly<Record<GapLevel, readonly TownPlace[]>>;
  /** Null where hot places make no sense. */
  readonly graphs: Readonly<Record<GapLevel, NeighbourGraph | null>>;
  /** Numbers by the id of any version; undefined for what is not there today. */
  readonly numbers: Readonly<Record<GapLevel, ReadonlyMap<Id, number>>>;
  readonly segmentsOfStreet: readonly (readonly number[])[];
}

export const townPlaces = keepPerTerritory(({ read }, today) => readTownPlaces(read, today));

/** Segments read, or worked with, at a stretch, so that other calls are answered meanwhile. */
const PART = 1_000;

type Steps<Value> = Generator<void, Value, void>;

type RowOf<Query extends (...given: never[]) => { execute(): Promise<readonly unknown[]> }> =
  Awaited<ReturnType<ReturnType<Query>['execute']>>[number];

interface TownRows {
  readonly streets: readonly RowOf<typeof allStreets>[];
  readonly areas: readonly RowOf<typeof allNeighbourhoods>[];
  readonly segments: readonly RowOf<typeof segmentsAfter>[];
}

async function readTownPlaces(read: ReadHandle, today: Day): Promise<TownPlaces> {
  const streets = await allStreets(read).execute();
  await setImmediate();
  const areas = await allNeighbourhoods(read).execute();
  const segments = await readSegments(read);
  const steps = placesOf({ streets, areas, segments }, today);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}

/** Every piece of street with its own line, so that an import between two parts leaves none without. */
async function readSegments(read: ReadHandle): Promise<TownRows['segments']> {
  const parts: TownRows['segments'][] = [];
  let last = 0;
  for (;;) {
    const rows = await segmentsAfter(read, last, PART).execute();
    parts.push(rows);
    await setImmediate();
    if (rows.length < PART) return parts.flat();
    last = rows.at(-1)?.row_id ?? last;
  }
}

function* placesOf(rows: TownRows, today: Day): Steps<TownPlaces> {
  const streets = numbered(rows.streets, today);
  const areas = numbered(rows.areas, today);
  const pieces = numbered(
    rows.segments.filter(({ street_id }) => streets.numbers.has(street_id)),
    today,
  );
  yield;
  const segments: TownSegment[] = [];
  for (const row of pieces.current) {
    segments.push({
      id: row.id,
      line: JSON.parse(row.geometry) as Line,
      roadClass: row.road_class,
      metres: row.length_metres,
      street: streets.numbers.get(row.street_id) ?? NOWHERE,
      area: areas.numbers.get(row.neighbourhood_id ?? '') ?? NOWHERE,
    });
    if (segments.length % PART === 0) yield;
  }
  const graph = yield* segmentNeighboursInSteps(segments.map(({ line }) => line));
  const segmentsOfStreet = streets.current.map((): number[] => []);
  segments.forEach(({ street }, number) => segmentsOfStreet[street]?.push(number));
  const stretches = yield* stretchesOf(segments, segmentsOfStreet);
  const streetGraph = graphOfStreets(graph, segments, streets.current.length);
  yield;
  return {
    segments,
    segmentsOfStreet,
    levels: {
      segment: segments.map(({ id, metres, street, area }) => {
        const { id: streetId, name_nl: nameNl, name_fr: nameFr } = rowAt(streets.current, street);
        const stretch = stretches.get(id) ?? null;
        return { id, nameNl, nameFr, metres, streetId, stretch, area };
      }),
      street: streets.current.map(({ id, name_nl: nameNl, name_fr: nameFr }, street) => {
        const own = (segmentsOfStreet[street] ?? []).map((number) => rowAt(segments, number));
        const area = mainArea(own);
        return { id, nameNl, nameFr, metres: lengthOf(own), streetId: id, stretch: null, area };
      }),
      neighbourhood: neighbourhoodsOf(areas.current, segments),
    },
    graphs: { segment: graph, street: streetGraph, neighbourhood: null },
    numbers: { segment: pieces.numbers, street: streets.numbers, neighbourhood: areas.numbers },
  };
}

function neighbourhoodsOf(
  areas: TownRows['areas'],
  segments: readonly TownSegment[],
): readonly TownPlace[] {
  const metres = areas.map(() => 0);
  for (const { area, metres: own } of segments) {
    if (area !== NOWHERE) metres[area] = (metres[area] ?? 0) + own;
  }
  return areas.map(({ id, name_nl: nameNl, name_fr: nameFr }, area) => {
    const whole = metres[area] ?? 0;
    return { id, nameNl, nameFr, metres: whole, streetId: null, stretch: null, area };
  });
}

interface Version {
  readonly id: Id;
  readonly official_id: string;
  readonly valid_from: Day;
  readonly valid_to: Day;
}

/** The rows of today in their order, and the number of each by the id of any version of it. */
function numbered<Row extends Version>(rows: readonly Row[], today: Day) {
  const current = rows.filter((row) =>
    isValidOn({ validFrom: row.valid_from, validTo: row.valid_to }, today),
  );
  const byOfficialId = new Map<string, number>();
  const numbers = new Map<Id, number>();
  for (const [number, row] of current.entries()) {
    numbers.set(row.id, number);
    if (row.official_id !== '') byOfficialId.set(row.official_id, number);
  }
  for (const row of rows) {
    const number = byOfficialId.get(row.official_id);
    if (number !== undefined && !numbers.has(row.id)) numbers.set(row.id, number);
  }
  return { current, numbers };
}

/** By the id of each piece its place along its street; none where the street has no other. */
function* stretchesOf(
  segments: readonly TownSegment[],
  segmentsOfStreet: readonly (readonly number[])[],
): Steps<ReadonlyMap<Id, number>> {
  const places = new Map<Id, number>();
  let done = 0;
  for (const own of segmentsOfStreet) {
    if (own.length < 2) continue;
    for (const [id, place] of numberStretches(own.map((number) => rowAt(segments, number)))) {
      places.set(id, place);
    }
    done += own.length;
    if (done < PART) continue;
    done = 0;
    yield;
  }
  return places;
}

/** Streets are neighbours where pieces of them are. */
function graphOfStreets(
  graph: NeighbourGraph,
  segments: readonly TownSegment[],
  count: number,
): NeighbourGraph {
  const beside = Array.from({ length: count }, () => new Set<number>());
  graph.forEach((others, number) => {
    const { street } = rowAt(segments, number);
    for (const other of others) {
      const { street: next } = rowAt(segments, other);
      if (next !== street) beside[street]?.add(next);
    }
  });
  return beside.map((others) => [...others].sort((one, other) => one - other));
}

function lengthOf(segments: readonly TownSegment[]): number {
  return segments.reduce((sum, { metres }) => sum + metres, 0);
}

function mainArea(segments: readonly TownSegment[]): number {
  const metres = new Map<number, number>();
  for (const { area, metres: own } of segments) metres.set(area, (metres.get(area) ?? 0) + own);
  let main = NOWHERE;
  for (const [area, sum] of metres) if (sum > (metres.get(main) ?? -1)) main = area;
  return main;
}

function rowAt<Row>(rows: readonly Row[], number: number): Row {
  const row = rows[number];
  if (row === undefined) throw new RangeError('no place of the town has this number');
  return row;
}
