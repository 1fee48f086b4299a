import { sql } from 'kysely';

import type { Bounds } from '#shared/domain/territory/geometry.ts';
import type { Day, Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import { contactRowId } from './contact-rows.ts';

/** What lies around the lines that these versions of a street have today; null when there are none. */
export async function boundsOfStreet(
  read: ReadHandle,
  ids: readonly Id[],
  today: Day,
): Promise<Bounds | null> {
  const row = await read
    .selectFrom('segment')
    .innerJoin('segment_bounds', 'segment_bounds.row_id', 'segment.row_id')
    .select(({ fn }) => [
      fn.min<number | null>('west').as('west'),
      fn.min<number | null>('south').as('south'),
      fn.max<number | null>('east').as('east'),
      fn.max<number | null>('north').as('north'),
    ])
    .where('segment.street_id', 'in', ids)
    .where('segment.valid_from', '<=', today)
    .where('segment.valid_to', '>', today)
    .executeTakeFirstOrThrow();
  const { west, south, east, north } = row;
  if (west === null || south === null || east === null || north === null) return null;
  return [west, south, east, north];
}

/** What lies around one version of a neighbourhood. */
export async function boundsOfArea(read: ReadHandle, id: Id): Promise<Bounds | null> {
  const row = await read
    .selectFrom('area')
    .innerJoin('area_bounds', 'area_bounds.row_id', 'area.row_id')
    .select(['west', 'south', 'east', 'north'])
    .where('area.id', '=', id)
    .executeTakeFirst();
  return row ? [row.west, row.south, row.east, row.north] : null;
}

/** The neighbourhoods that these versions of a street run through today, by name. */
export async function neighbourhoodsOfStreet(read: ReadHandle, ids: readonly Id[], today: Day) {
  return read
    .selectFrom('segment')
    .innerJoin('area', 'area.id', 'segment.neighbourhood_id')
    .select(['area.id', 'area.name_nl as nameNl', 'area.name_fr as nameFr'])
    .distinct()
    .where('segment.street_id', 'in', ids)
    .where('segment.valid_from', '<=', today)
    .where('segment.valid_to', '>', today)
    .orderBy('area.name_nl')
    .execute();
}

/**
 * The streets of a neighbourhood of today with their contacts since a moment, most contacts first. A
 * street is counted whole, in all its versions, also where it runs on into another neighbourhood.
 */
export async function streetsOfNeighbourhood(
  read: ReadHandle,
  ids: readonly Id[],
  today: Day,
  since: Instant,
) {
  return read
    .selectFrom('street')
    .select(({ selectFrom }) => [
      'street.id',
      'street.name_nl as nameNl',
      'street.name_fr as nameFr',
      selectFrom('contact')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('contact.street_id', 'in', (version) =>
          version
            .selectFrom('street as version')
            .select('version.id')
            .whereRef('version.official_id', '=', 'street.official_id'),
        )
        .where('contact.row_id', '>=', contactRowId(since, 0))
        .where('contact.withdrawn', '=', 0)
        .$asScalar()
        .$notNull()
        .as('contacts'),
    ])
    .where('street.id', 'in', (here) =>
      here
        .selectFrom('segment')
        .select('segment.street_id')
        .where('segment.neighbourhood_id', 'in', ids)
        .where('segment.valid_from', '<=', today)
        .where('segment.valid_to', '>', today),
    )
    .orderBy(sql`contacts`, 'desc')
    .orderBy('street.name_nl')
    .execute();
}
