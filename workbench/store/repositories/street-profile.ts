/** What the profile of a street asks for beside its picture; what is restricted is left out. */
import { sql, type SqlBool } from 'kysely';

import type { Day, Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import { contactRowId } from './contact-rows.ts';
import type { PlaceOfFacts } from './fact-counts.ts';

/** Needs in the words of residents, the newest first. */
export function newestNeeds(read: ReadHandle, streetIds: readonly Id[], limit: number) {
  // Written out, because SQLite takes a partial index only for a condition that it can read.
  return read
    .selectFrom('contact')
    .select(['id as contactId', 'occurred_at as occurredAt', 'need'])
    .where('street_id', 'in', streetIds)
    .where(sql<SqlBool>`need <> '' and withdrawn = 0 and sensitivity = 'normal'`)
    .orderBy('row_id', 'desc')
    .limit(limit);
}

/**
 * Organisations that contacts of the street name since a moment, those named most first. Persons are not
 * asked for: a street has no persons.
 */
export function organisationsAt(
  read: ReadHandle,
  streetIds: readonly Id[],
  since: Instant,
  limit: number,
) {
  // Cross joins keep this order: contacts of the street first, not every contact with somebody.
  return read
    .selectFrom('contact')
    .crossJoin('contact_party')
    .leftJoin('party_merge', (join) =>
      join.onRef('party_merge.party_id', '=', 'contact_party.party_id').on('stands', '=', 1),
    )
    .innerJoin('party', (join) =>
      join.on('party.id', '=', sql<string>`coalesce(party_merge.into_id, contact_party.party_id)`),
    )
    .select(({ fn }) => ['party.id', 'party.name', fn.countAll<number>().as('contacts')])
    .whereRef('contact_party.contact_row', '=', 'contact.row_id')
    .where('contact.street_id', 'in', streetIds)
    .where('contact.row_id', '>=', contactRowId(since, 0))
    .where('contact.withdrawn', '=', 0)
    .where('party.kind', '=', 'organisation')
    .groupBy('party.id')
    .orderBy('contacts', 'desc')
    .orderBy('party.id')
    .limit(limit);
}

/** Facts of a place by first day and origin, from a day on. */
export function factDaysAt(read: ReadHandle, place: PlaceOfFacts, since: Day) {
  return read
    .selectFrom('fact')
    .select(({ fn }) => [
      'first_day as firstDay',
      'last_day as lastDay',
      'origin',
      fn.sum<number>('amount').as('amount'),
    ])
    .where(sql<SqlBool>`counts = 1`)
    .where(place.column, 'in', place.ids)
    .where('first_day', '>=', since)
    .groupBy(['first_day', 'last_day', 'origin']);
}

/** Whether a source has facts at the place. */
export async function hasFactsAt(
  read: ReadHandle,
  place: PlaceOfFacts,
  sourceId: Id,
): Promise<boolean> {
  const row = await read
    .selectFrom('fact')
    .select('row_id')
    .where(sql<SqlBool>`counts = 1`)
    .where(place.column, 'in', place.ids)
    .where('source_id', '=', sourceId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
