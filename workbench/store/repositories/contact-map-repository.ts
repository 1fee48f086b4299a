import { sql } from 'kysely';

import type { ContactFilter } from '#shared/contract/contacts.ts';
import type { Instant } from '#shared/lib/dates.ts';

import type { ReadHandle } from '../handles.ts';
import { matches } from './contact-repository.ts';

/** How many contacts there are, with and without a place. */
export function countAllContacts(read: ReadHandle) {
  return read.selectFrom('contact').select(({ fn }) => fn.countAll<number>().as('count'));
}

/** Contacts stored after row `last`, in the order they were stored, with or without a place. */
export function contactPlacesAfter(read: ReadHandle, last: number, limit: number) {
  return read
    .selectFrom('contact')
    .select(['row_id', 'longitude', 'latitude', 'reason', 'occurred_at'])
    .where('row_id', '>', last)
    .orderBy('row_id')
    .limit(limit);
}

/**
 * The newest rows that match, none newer than `from`, as one JSON array: read one by one, a million
 * would take seconds. `oldest` is the moment of the last of them.
 */
export function matchingContactRows(
  read: ReadHandle,
  filter: ContactFilter,
  from: Instant | null,
  limit: number,
) {
  return read
    .selectFrom((tables) => {
      const newest = tables
        .selectFrom('contact')
        .select(['contact.row_id', 'contact.occurred_at'])
        .where((expression) => matches(expression, filter))
        .orderBy('contact.occurred_at', 'desc')
        .orderBy('contact.id', 'desc')
        .limit(limit);
      return (from === null ? newest : newest.where('contact.occurred_at', '<=', from)).as('page');
    })
    .select([
      sql<string>`json_group_array(page.row_id)`.as('row_ids'),
      sql<number>`count(*)`.as('count'),
      sql<string | null>`min(page.occurred_at)`.as('oldest'),
    ]);
}

/** What the map shows of these rows, in no order. */
export function contactPointRows(read: ReadHandle, rowIds: readonly number[]) {
  return read
    .selectFrom('contact')
    .select(['row_id', 'id', 'longitude', 'latitude', 'reason', 'occurred_at'])
    .where('row_id', 'in', sql<number>`(select value from json_each(${JSON.stringify(rowIds)}))`);
}
