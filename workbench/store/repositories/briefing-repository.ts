/** What a briefing sheet counts of a street: never a word that somebody said. */
import type { Day, Instant } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import { contactRowId } from './contact-rows.ts';

/** How often each reason was given since a moment, without what is restricted; the most frequent first. */
export function openReasonsSince(read: ReadHandle, streetIds: readonly Id[], since: Instant) {
  return read
    .selectFrom('contact')
    .select(({ fn }) => ['reason as code', fn.countAll<number>().as('count')])
    .where('street_id', 'in', streetIds)
    .where('row_id', '>=', contactRowId(since, 0))
    .where('withdrawn', '=', 0)
    .where('sensitivity', '=', 'normal')
    .groupBy('reason')
    .orderBy('count', 'desc')
    .orderBy('reason');
}

/** Open promises due up to a day, by street, day and who keeps them; not those of restricted contacts. */
export function promisesDueUpTo(read: ReadHandle, day: Day) {
  return read
    .selectFrom('promise')
    .innerJoin('officer', 'officer.id', 'promise.owner_id')
    .innerJoin('contact', 'contact.id', 'promise.contact_id')
    .select(({ fn }) => [
      'promise.street_id as streetId',
      'promise.neighbourhood_id as neighbourhoodId',
      'promise.due_on as dueOn',
      'promise.owner_id as ownerId',
      'officer.display_name as ownerName',
      fn.countAll<number>().as('count'),
    ])
    .where('promise.state', '=', 'open')
    .where('promise.due_on', '<=', day)
    .where('contact.sensitivity', '=', 'normal')
    .groupBy([
      'promise.street_id',
      'promise.neighbourhood_id',
      'promise.due_on',
      'promise.owner_id',
    ])
    .orderBy('promise.due_on')
    .orderBy('officer.display_name');
}
