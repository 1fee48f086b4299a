/** What lies around a place, read by the indexes of streets and of points alone. */
import { sql } from 'kysely';

import type { Bounds, Position } from '#shared/domain/territory/geometry.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** Every row that a street has had: contacts name the one that was valid when they were written. */
export async function versionsOfStreet(read: ReadHandle, streetId: Id): Promise<readonly Id[]> {
  const rows = await read
    .selectFrom('street as named')
    .innerJoin('street as same', 'same.official_id', 'named.official_id')
    .select('same.id')
    .where('named.id', '=', streetId)
    .execute();
  return rows.map((row) => row.id);
}

/** The numbers of the newest contacts on one street row, newest first. */
export function newestOnStreet(read: ReadHandle, streetId: Id, limit: number) {
  return read
    .selectFrom('contact')
    .select('row_id')
    .where('street_id', '=', streetId)
    .where('withdrawn', '=', 0)
    .orderBy('row_id', 'desc')
    .limit(limit);
}

/**
 * Contacts with a place inside `bounds`, newest first, with where they are to within half a metre. What came
 * many at once and is not in the index of points yet is looked through, so that none is missing.
 */
export function pointsInside(read: ReadHandle, bounds: Bounds, limit: number) {
  const [west, south, east, north] = bounds;
  return read
    .selectFrom('contact_place')
    .select(['row_id', 'west', 'south'])
    .where('west', '<=', east)
    .where('east', '>=', west)
    .where('south', '<=', north)
    .where('north', '>=', south)
    .unionAll(
      read
        .selectFrom('contact_unindexed')
        .innerJoin('contact', 'contact.row_id', 'contact_unindexed.row_id')
        .select((row) => [
          'contact.row_id',
          row.ref('contact.longitude').$notNull().as('west'),
          row.ref('contact.latitude').$notNull().as('south'),
        ])
        .where('contact.longitude', '>=', west)
        .where('contact.longitude', '<=', east)
        .where('contact.latitude', '>=', south)
        .where('contact.latitude', '<=', north),
    )
    .orderBy('row_id', 'desc')
    .limit(limit);
}

/** Of these contacts those that stand, on another street than any of `streetIds`, newest first. */
export function onOtherStreets(
  read: ReadHandle,
  rowIds: readonly number[],
  streetIds: readonly Id[],
) {
  return read
    .selectFrom('contact')
    .select('row_id')
    .where('row_id', 'in', rowIds)
    .where('street_id', 'not in', streetIds)
    .where('withdrawn', '=', 0)
    .orderBy('row_id', 'desc');
}

/** The channel of the newest of an officer's last contacts that tells one. */
export async function lastChannelOf(read: ReadHandle, officerId: Id): Promise<string | null> {
  const rows = await read
    .selectFrom('contact')
    .select('channel')
    .where('author_id', '=', officerId)
    .orderBy('row_id', 'desc')
    .limit(20)
    .execute();
  return rows.find(({ channel }) => channel !== null)?.channel ?? null;
}

/** How SQLite would read what lies around, for the test that it does so by an index. */
export async function explainNearby(read: ReadHandle): Promise<readonly string[]> {
  const here: Position = [4.4, 51];
  const queries = [
    newestOnStreet(read, 'street', 10),
    pointsInside(read, [here[0], here[1], here[0], here[1]], 100),
    onOtherStreets(read, [1, 2], ['street']),
  ];
  return Promise.all(
    queries.map(async (query) => JSON.stringify(await query.explain(undefined, sql`query plan`))),
  );
}
