import { sql } from 'kysely';

import type { Day } from '#shared/lib/dates.ts';

import type { ReadHandle } from '../handles.ts';

/** What holds all boxes, in degrees; null of none. */
const EXTENT = [
  sql<number | null>`min(west)`.as('west'),
  sql<number | null>`min(south)`.as('south'),
  sql<number | null>`max(east)`.as('east'),
  sql<number | null>`max(north)`.as('north'),
] as const;

export function countAreas(read: ReadHandle, today: Day) {
  return read
    .selectFrom('area')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today)
    .groupBy('kind');
}

/** Counts read the whole table: ask once per version of the territory. */
export function countOfToday(
  read: ReadHandle,
  table: 'street' | 'segment' | 'address',
  today: Day,
) {
  return read
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today);
}

/** How many streets have a segment of today in each neighbourhood, under whatever row they name it. */
export function streetsPerNeighbourhood(read: ReadHandle, today: Day) {
  return read
    .selectFrom('area as current')
    .innerJoin('area as named', (join) =>
      join
        .onRef('named.kind', '=', 'current.kind')
        .onRef('named.official_id', '=', 'current.official_id'),
    )
    .innerJoin('segment', 'segment.neighbourhood_id', 'named.id')
    .innerJoin('street', 'street.id', 'segment.street_id')
    .select(({ fn }) => [
      'current.id as neighbourhood_id',
      fn.count<number>('street.official_id').distinct().as('streets'),
    ])
    .where('current.kind', '=', 'neighbourhood')
    .where('current.valid_from', '<=', today)
    .where('current.valid_to', '>', today)
    .where('segment.valid_from', '<=', today)
    .where('segment.valid_to', '>', today)
    .groupBy('current.id');
}

export function areaExtent(read: ReadHandle, today: Day) {
  return read
    .selectFrom('area')
    .innerJoin('area_bounds', 'area_bounds.row_id', 'area.row_id')
    .select(EXTENT)
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today);
}

export function segmentExtent(read: ReadHandle, today: Day) {
  return read
    .selectFrom('segment')
    .innerJoin('segment_bounds', 'segment_bounds.row_id', 'segment.row_id')
    .select(EXTENT)
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today);
}

export function addressExtent(read: ReadHandle, today: Day) {
  return read
    .selectFrom('address')
    .select(({ fn }) => [
      fn.min('longitude').as('west'),
      fn.min('latitude').as('south'),
      fn.max('longitude').as('east'),
      fn.max('latitude').as('north'),
    ])
    .where('valid_from', '<=', today)
    .where('valid_to', '>', today);
}
