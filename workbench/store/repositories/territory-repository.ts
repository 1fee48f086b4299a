/**
 * The queries on the territory. Each gives a query, not its rows, so that its plan can be asked for.
 * Where rows of an older version of the territory may still name a street or neighbourhood by the id
 * it had then, the row of today is found by its official id.
 */
import type { Bounds } from '#shared/domain/territory/geometry.ts';
import type { AreaKind } from '#shared/domain/territory/territory.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/**
 * One row that is another one whenever the territory is: compared, never read. The largest keys are
 * read off the end of their tables; only the imports, of which there are few, are gone through.
 */
export function territoryVersion(read: ReadHandle) {
  return read.selectNoFrom(({ selectFrom }) => [
    selectFrom('territory_import')
      .select(({ fn }) => fn.max('id').as('id'))
      .as('import'),
    selectFrom('territory_import')
      .select(({ fn }) => fn.max('undone_at').as('at'))
      .as('undone'),
    // A version that ends rows and begins none is another territory as well.
    selectFrom('zone_territory').select(['version']).where('place', '=', 'here').as('zone'),
    selectFrom('area')
      .select(({ fn }) => fn.max('row_id').as('row'))
      .as('area'),
    selectFrom('street')
      .select(({ fn }) => fn.max('row_id').as('row'))
      .as('street'),
    selectFrom('segment')
      .select(({ fn }) => fn.max('row_id').as('row'))
      .as('segment'),
    selectFrom('address')
      .select(({ fn }) => fn.max('row_id').as('row'))
      .as('address'),
    selectFrom('landscape')
      .select(({ fn }) => fn.max('row_id').as('row'))
      .as('landscape'),
  ]);
}

/** Every street ever, to find its earlier rows by official id. */
export function allStreets(read: ReadHandle) {
  return read
    .selectFrom('street')
    .select([
      'id',
      'official_id',
      'name_nl',
      'name_fr',
      'municipality_code',
      'sub_municipality',
      'postcode',
      'valid_from',
      'valid_to',
    ]);
}

export function areasOfKinds(read: ReadHandle, kinds: readonly AreaKind[], today: Day) {
  return read
    .selectFrom('area')
    .select(['id', 'kind', 'official_id', 'name_nl', 'name_fr', 'geometry'])
    .where('kind', 'in', [...kinds])
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today)
    .orderBy('kind')
    .orderBy('official_id');
}

export function landscapeOf(read: ReadHandle, today: Day) {
  return read
    .selectFrom('landscape')
    .select(['id', 'kind', 'name_nl', 'name_fr', 'geometry'])
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today)
    .orderBy('kind')
    .orderBy('official_id');
}

/** Names only, without the shapes, which are large. */
export function areaNames(read: ReadHandle, kinds: readonly AreaKind[], today: Day) {
  return read
    .selectFrom('area')
    .select(['id', 'kind', 'official_id', 'name_nl', 'name_fr'])
    .where('kind', 'in', [...kinds])
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today);
}

/** The names of every neighbourhood, in every version of it. */
export function everyNeighbourhood(read: ReadHandle) {
  return read
    .selectFrom('area')
    .select(['id', 'name_nl', 'name_fr'])
    .where('kind', '=', 'neighbourhood');
}

/** The areas of today that stand where these areas, of any time, stood. */
export function areasOfToday(read: ReadHandle, areaIds: readonly Id[], today: Day) {
  return read
    .selectFrom('area as named')
    .innerJoin('area as current', (join) =>
      join
        .onRef('current.kind', '=', 'named.kind')
        .onRef('current.official_id', '=', 'named.official_id'),
    )
    .select([
      'named.id as named_id',
      'current.id',
      'current.kind',
      'current.name_nl',
      'current.name_fr',
    ])
    .where('named.id', 'in', [...areaIds])
    .where('current.valid_from', '<=', today)
    .where('current.valid_to', '>', today);
}

export function segmentsOfStreets(read: ReadHandle, streetIds: readonly Id[], today: Day) {
  return read
    .selectFrom('segment')
    .select(['row_id', 'street_id', 'neighbourhood_id', 'length_metres'])
    .where('street_id', 'in', [...streetIds])
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today);
}

/** The longest segment of today of every street: SQLite takes the other columns from the row of the maximum. */
export function longestSegments(read: ReadHandle, today: Day) {
  return read
    .selectFrom('segment')
    .select(({ fn }) => ['street_id', 'geometry', fn.max('length_metres').as('length_metres')])
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today)
    .groupBy('street_id');
}

export function segmentLines(read: ReadHandle, rowIds: readonly number[]) {
  return read
    .selectFrom('segment')
    .select(['row_id', 'geometry'])
    .where('row_id', 'in', [...rowIds]);
}

/** Segments whose bounds touch `bounds`; the R*Tree rounds outwards, so none is missed. */
export function segmentsTouching(read: ReadHandle, bounds: Bounds, today: Day) {
  const [west, south, east, north] = bounds;
  return read
    .selectFrom('segment_bounds')
    .innerJoin('segment', 'segment.row_id', 'segment_bounds.row_id')
    .select(['segment.street_id', 'segment.neighbourhood_id', 'segment.geometry'])
    .where('segment_bounds.east', '>=', west)
    .where('segment_bounds.west', '<=', east)
    .where('segment_bounds.north', '>=', south)
    .where('segment_bounds.south', '<=', north)
    .where('segment.valid_from', '<=', today)
    .where('segment.valid_to', '>', today);
}

/** All segments of today in order of `row_id`, a part at a time, so that a large town never blocks. */
export function segmentsAfter(read: ReadHandle, rowId: number, today: Day, limit: number) {
  return read
    .selectFrom('segment')
    .select([
      'row_id',
      'id',
      'street_id',
      'geometry',
      'length_metres',
      'road_class',
      'valid_from',
      'valid_to',
    ])
    .where('row_id', '>', rowId)
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today)
    .orderBy('row_id')
    .limit(limit);
}

/** The addresses with one of these house numbers, boxes included. */
export function addressesAt(
  read: ReadHandle,
  streetIds: readonly Id[],
  houseNumbers: readonly string[],
  today: Day,
) {
  return read
    .selectFrom('address')
    .select([
      'street_id',
      'house_number',
      'box_number',
      'postcode',
      'longitude',
      'latitude',
      'neighbourhood_id',
    ])
    .where('street_id', 'in', [...streetIds])
    .where('house_number', 'in', [...houseNumbers])
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today);
}

/** The addresses of these streets that lie inside `bounds`. */
export function addressesWithin(
  read: ReadHandle,
  streetIds: readonly Id[],
  bounds: Bounds,
  today: Day,
) {
  const [west, south, east, north] = bounds;
  return read
    .selectFrom('address')
    .select(['street_id', 'house_number', 'longitude', 'latitude'])
    .where('street_id', 'in', [...streetIds])
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today)
    .where('longitude', '>=', west)
    .where('longitude', '<=', east)
    .where('latitude', '>=', south)
    .where('latitude', '<=', north);
}
