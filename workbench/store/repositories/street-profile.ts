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
    .select(({ fn }) => [
      'party.id',
      'party.name',
      'party.role',
      fn.countAll<number>().as('contacts'),
    ])
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

/** What a partner does on stretches, by what hangs on actions there. */
interface PartnerRow {
  readonly id: Id;
  readonly name: string;
  readonly kind: PartnerKind;
  /** Measures on these stretches that it does, alone or with an officer. */
  readonly measures: number;
  /** Deals of actions with a measure on these stretches; one that was withdrawn is none. */
  readonly deals: number;
  /** Of these: of which the partner has not said that its part is done. */
  readonly openDeals: number;
}

/** Partners with a measure on these stretches, or a deal of an action that has one there and was not refused; each once, by name. */
export function partnersOnSegments(read: ReadHandle, segmentIds: readonly Id[]) {
  const told = sql<PartnerRow>`(
    with here as materialized (
      select measure.action_id, measure.fields
      from casework_segment as stretch
      cross join casework as measure on measure.entity = stretch.entity and measure.id = stretch.id
      cross join casework as action on action.entity = 'action' and action.id = measure.action_id
        and action.state <> 'refused'
      where stretch.segment_id in (${sql.join(segmentIds)}) and stretch.entity = 'measure'
    ), part as (
      select fields ->> 'partnerId' as partner_id, 1 as measures, 0 as deals, 0 as open_deals
      from here where fields ->> 'removed' = 0
      union all
      select fields ->> 'partnerId', 0, 1, fields ->> 'theyDoneOn' is null
      from casework
      where action_id in (select action_id from here) and entity = 'deal' and fields ->> 'withdrawn' = 0
    )
    select partner.id, partner.name, partner.kind, sum(part.measures) as measures,
      sum(part.deals) as deals, sum(part.open_deals) as openDeals
    from part cross join partner on partner.id = part.partner_id
    group by partner.id)`;
  return read.selectFrom(told.as('told')).selectAll().orderBy('name').orderBy('id');
}
