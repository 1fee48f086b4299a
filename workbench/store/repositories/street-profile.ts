/** What the profile of a street asks for beside its picture; what is restricted is left out. */
import { sql, type SqlBool } from 'kysely';

import type { PartnerKind } from '#shared/domain/people/people.ts';
import type { Day, Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import { contactRowId } from './contact-rows.ts';
import type { PlaceOfFacts } from './fact-counts.ts';
import { isAt, type PlaceOfContacts } from './place-picture.ts';

/** Needs in the words of residents, the newest first. */
export function newestNeeds(read: ReadHandle, place: PlaceOfContacts, limit: number) {
  // Written out, because SQLite takes a partial index only for a condition that it can read.
  return read
    .selectFrom('contact')
    .select(['id as contactId', 'occurred_at as occurredAt', 'need'])
    .where(isAt(place))
    .where(sql<SqlBool>`need <> '' and withdrawn = 0 and sensitivity = 'normal'`)
    .orderBy('row_id', 'desc')
    .limit(limit);
}

/**
 * Organisations that contacts of the place name since a moment, those named most first. Persons are not
 * asked for: a street has no persons.
 */
export function organisationsAt(
  read: ReadHandle,
  place: PlaceOfContacts,
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
    .where(isAt(place))
    .where('contact.row_id', '>=', contactRowId(since, 0))
    .where('contact.withdrawn', '=', 0)
    .where('party.kind', '=', 'organisation')
    .groupBy('party.id')
    .orderBy('contacts', 'desc')
    .orderBy('party.id')
    .limit(limit);
}

/** Facts of a place by source, days and origin, from a day on. */
export function factDaysAt(read: ReadHandle, place: PlaceOfFacts, since: Day) {
  return read
    .selectFrom('fact')
    .select(({ fn }) => [
      'first_day as firstDay',
      'last_day as lastDay',
      'source_id as sourceId',
      'origin',
      fn.sum<number>('amount').as('amount'),
    ])
    .where(sql<SqlBool>`counts = 1`)
    .where(place.column, 'in', place.ids)
    .where('first_day', '>=', since)
    .groupBy(['first_day', 'last_day', 'source_id', 'origin']);
}

/** Partners that do something in actions, by a measure or a deal; each once, by name. */
export async function partnersOfActions(
  read: ReadHandle,
  actionIds: readonly Id[],
  segmentIds: readonly Id[],
): Promise<readonly { readonly id: Id; readonly name: string; readonly kind: PartnerKind }[]> {
  if (actionIds.length === 0) return [];
  return read
    .selectFrom('partner')
    .select(['id', 'name', 'kind'])
    .where('id', 'in', (named) =>
      named
        .selectFrom('casework')
        .select(sql<string>`fields ->> 'partnerId'`.as('partnerId'))
        .where('action_id', 'in', actionIds)
        .where(
          sql<SqlBool>`(entity = 'deal' and fields ->> 'withdrawn' = 0
            or entity = 'measure' and fields ->> 'removed' = 0
            and fields ->> 'segmentId' in (${sql.join(segmentIds)}))`,
        ),
    )
    .orderBy('name')
    .execute();
}
