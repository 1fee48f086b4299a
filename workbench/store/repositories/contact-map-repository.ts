import { sql } from 'kysely';

import type { ContactFilter } from '#shared/contract/contacts.ts';

import type { ReadHandle } from '../handles.ts';
import { all, facetsMatch, type ProblemLookup } from './contact-filter.ts';

export interface ContactPlaceRow {
  readonly row_id: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly reason: string;
}

/** Contacts after row `last`, in the order of their rows, with or without a place. */
export function contactPlacesAfter(read: ReadHandle, last: number, limit: number) {
  return selectPlaces(read).where('row_id', '>', last).orderBy('row_id').limit(limit);
}

/** The places of these rows, in no order. */
export function contactPlacesOf(read: ReadHandle, rowIds: readonly number[]) {
  return selectPlaces(read).where('row_id', 'in', listOf(rowIds));
}

function selectPlaces(read: ReadHandle) {
  return read.selectFrom('contact').select(['row_id', 'longitude', 'latitude', 'reason']);
}

/**
 * The rows after `last` that match, in their order, as one JSON array: read one by one, a million would
 * take seconds. Only the narrow rows of the filter are looked at.
 */
export function matchingContactRows(
  read: ReadHandle,
  filter: ContactFilter,
  problems: ProblemLookup,
  last: number,
  limit: number,
) {
  return read
    .selectFrom((tables) =>
      tables
        .selectFrom('contact_facet')
        .select('contact_facet.row_id')
        .where(all(facetsMatch(filter, null, problems)))
        .where('contact_facet.row_id', '>', last)
        .orderBy('contact_facet.row_id')
        .limit(limit)
        .as('page'),
    )
    .select(sql<string>`json_group_array(page.row_id)`.as('row_ids'));
}

/** What the map shows of these rows, in no order. */
export function contactPointRows(read: ReadHandle, rowIds: readonly number[]) {
  return read
    .selectFrom('contact')
    .select(['row_id', 'id', 'longitude', 'latitude', 'reason', 'occurred_at'])
    .where('row_id', 'in', listOf(rowIds));
}

/** However many there are, one parameter. */
function listOf(rowIds: readonly number[]) {
  return sql<number>`(select value from json_each(${JSON.stringify(rowIds)}))`;
}
