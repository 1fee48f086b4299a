/**
 * The street lines of today, parsed once per version of the territory and kept with the open file.
 *
 * Measured with 20,000 segments (tests/bench/address-search.bench.ts): asking the R*Tree, joining and
 * parsing for each view takes 50 ms and more; walking the bounds of all lines in one array takes 1,
 * and a map asks at every movement. Where a question is rare and small, as in `locate`, the R*Tree is
 * asked.
 */
import { setImmediate } from 'node:timers/promises';

import type { MapSegment } from '#shared/contract/territory.ts';
import { type Bounds, boundsOf, type Line } from '#shared/domain/territory/geometry.ts';
import { ROAD_CLASSES, type RoadClass } from '#shared/domain/territory/territory.ts';
import type { Day } from '#shared/lib/dates.ts';

import { segmentsAfter } from '../../../store/repositories/territory-repository.ts';
import type { Store } from '../../../store/store.ts';
import { currentStreets } from '../search/current-streets.ts';
import { keepPerTerritory } from '../versioned-cache.ts';
import { metresPerPixel, simplifyLine } from './simplify-line.ts';

/** Rows parsed at a stretch: a few milliseconds, so that other calls are answered meanwhile. */
const PART = 2_000;

/** From this zoom on lines are given with all their points. */
const FULL_DETAIL_ZOOM = 18;
/** How far, in pixels, a line may be drawn from where it is. */
const TOLERANCE_PIXELS = 0.7;
/** Coordinates of a line that is drawn with fewer points: six decimals are 11 cm, and a third less to send. */
const MICRO = 1e6;

export interface LayerSegment extends MapSegment {
  readonly lengthMetres: number;
}

export interface SegmentLayer {
  /** The important first, and the longer first among equals: what is cut off matters least. */
  readonly segments: readonly LayerSegment[];
  /** Whether the territory tells important roads from others at all. */
  readonly hasRoadClasses: boolean;
  /** Numbers of the segments of these classes whose bounds touch `bounds`, in their order. */
  touching(bounds: Bounds, classes: readonly RoadClass[]): readonly number[];
  /** The segment with as many points as can be told apart at this whole zoom level. */
  drawnAt(number: number, zoom: number): MapSegment;
}

export const segmentLayer = keepPerTerritory(async (store, today) =>
  makeSegmentLayer(await readSegments(store, today)),
);

async function readSegments(store: Store, today: Day): Promise<LayerSegment[]> {
  const streets = await currentStreets(store);
  const segments: LayerSegment[] = [];
  let last = 0;
  for (;;) {
    const rows = await segmentsAfter(store.read, last, today, PART).execute();
    for (const row of rows) {
      last = row.row_id;
      const street = streets.byId.get(row.street_id);
      if (street === undefined) continue;
      segments.push({
        id: row.id,
        streetId: street.id,
        nameNl: street.nameNl,
        nameFr: street.nameFr,
        roadClass: row.road_class,
        line: JSON.parse(row.geometry) as [number, number][],
        lengthMetres: row.length_metres,
      });
    }
    if (rows.length < PART) return segments;
    await setImmediate();
  }
}

export function makeSegmentLayer(unordered: readonly LayerSegment[]): SegmentLayer {
  const rank = (roadClass: RoadClass): number => ROAD_CLASSES.indexOf(roadClass);
  const segments = [...unordered].sort(
    (one, other) =>
      rank(one.roadClass) - rank(other.roadClass) || other.lengthMetres - one.lengthMetres,
  );
  const bounds = new Float64Array(segments.length * 4);
  for (const [number, segment] of segments.entries()) {
    bounds.set(boundsOf(segment.line) ?? [NaN, NaN, NaN, NaN], number * 4);
  }
  const firsts = ROAD_CLASSES.map((roadClass) => {
    const first = segments.findIndex((segment) => rank(segment.roadClass) >= rank(roadClass));
    return first === -1 ? segments.length : first;
  });
  const ofClass = (roadClass: RoadClass): readonly [from: number, to: number] => [
    firsts[rank(roadClass)] ?? 0,
    firsts[rank(roadClass) + 1] ?? segments.length,
  ];
  const drawn = new Map<number, (MapSegment | undefined)[]>();
  return {
    segments,
    hasRoadClasses: segments.some(({ roadClass }) => rank(roadClass) < rank('local')),
    touching([west, south, east, north], classes) {
      const numbers: number[] = [];
      for (const roadClass of classes) {
        const [from, to] = ofClass(roadClass);
        for (let number = from; number < to; number += 1) {
          const at = number * 4;
          const touches =
            (bounds[at] ?? NaN) <= east &&
            (bounds[at + 1] ?? NaN) <= north &&
            (bounds[at + 2] ?? NaN) >= west &&
            (bounds[at + 3] ?? NaN) >= south;
          if (touches) numbers.push(number);
        }
      }
      return numbers;
    },
    drawnAt(number, zoom) {
      const level = Math.min(zoom, FULL_DETAIL_ZOOM);
      let known = drawn.get(level);
      if (known === undefined) drawn.set(level, (known = []));
      return (known[number] ??= draw(segments[number], level));
    },
  };
}

function draw(segment: LayerSegment | undefined, zoom: number): MapSegment {
  if (segment === undefined) throw new RangeError('no segment of this layer has this number');
  const { id, streetId, nameNl, nameFr, roadClass, line } = segment;
  const tolerance = TOLERANCE_PIXELS * metresPerPixel(zoom, line[0]?.[1] ?? 0);
  return {
    id,
    streetId,
    nameNl,
    nameFr,
    roadClass,
    line: zoom >= FULL_DETAIL_ZOOM ? line : simplified(line, tolerance),
  };
}

function simplified(line: Line, tolerance: number): [number, number][] {
  return simplifyLine(line, tolerance).map(([longitude, latitude]) => [
    Math.round(longitude * MICRO) / MICRO,
    Math.round(latitude * MICRO) / MICRO,
  ]);
}
