import type { RoadClass } from '#shared/domain/territory/territory.ts';

/** What the two common schemas of vector tiles call things: Protomaps 4 and OpenMapTiles 3. */

/** Layers that are drawn by rules of their own, or are names and marks and not drawn at all. */
export const KNOWN_LAYERS: ReadonlySet<string> = new Set([
  ...['earth', 'landcover', 'landuse', 'water', 'buildings', 'roads', 'boundaries'],
  ...['places', 'pois', 'transit'],
  ...['park', 'aeroway', 'waterway', 'building', 'transportation', 'boundary', 'place', 'poi'],
  ...['transportation_name', 'water_name', 'housenumber', 'mountain_peak', 'aerodrome_label'],
]);

/** Those of them that hold streets. */
export const ROAD_LAYERS: ReadonlySet<string> = new Set(['roads', 'transportation']);

/** From this level of tiles on both schemas have the ordinary streets, not the large roads alone. */
export const STREETS_FROM = 13;

/** `kind` is of Protomaps, `class` of OpenMapTiles. */
type Properties = Readonly<Record<string, unknown>>;

export type RoadRank = RoadClass;
export type Surface = 'green' | 'station';

const RANK_BY_KIND: ReadonlyMap<string, RoadRank | 'rail'> = new Map(
  Object.entries({
    highway: 'main',
    motorway: 'main',
    trunk: 'main',
    major_road: 'connecting',
    primary: 'main',
    secondary: 'connecting',
    tertiary: 'connecting',
    medium_road: 'connecting',
    minor_road: 'local',
    minor: 'local',
    service: 'local',
    busway: 'local',
    path: 'path',
    track: 'path',
    pedestrian: 'path',
    rail: 'rail',
    transit: 'rail',
  } as const),
);

/** Undefined for what is no road or railway: ferries, piers. */
export function roadRankOf(properties: Properties): RoadRank | 'rail' | undefined {
  return RANK_BY_KIND.get(kindOf(properties));
}

const GREEN = new Set([
  ...['forest', 'wood', 'park', 'grass', 'grassland', 'scrub', 'meadow', 'garden', 'cemetery'],
  ...['nature_reserve', 'national_park', 'recreation_ground', 'golf_course', 'pitch', 'wetland'],
]);
const BUILT_UP = new Set([
  ...['industrial', 'railway', 'aerodrome', 'military', 'hospital', 'school', 'university'],
]);

/** Undefined for ground that is left as plain land. */
export function surfaceOf(properties: Properties): Surface | undefined {
  const kind = kindOf(properties);
  if (GREEN.has(kind)) return 'green';
  return BUILT_UP.has(kind) ? 'station' : undefined;
}

function kindOf({ kind, class: className }: Properties): string {
  if (typeof kind === 'string') return kind;
  return typeof className === 'string' ? className : '';
}
