import {
  LATEST_CONTACTS,
  MOST_OPEN_PROMISES,
  type PlacePicture,
} from '#shared/contract/streets.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import { answersOf, QUARTERS_SHOWN, quartersUpTo } from '#shared/domain/streets/picture.ts';
import { clockStretches } from '#shared/lib/clock-stretches.ts';
import { addDays, type Day, dayInterval } from '#shared/lib/dates.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { contactsAt, newestContacts } from '../../store/repositories/contact-repository.ts';
import {
  countAt,
  countFeelings,
  countHours,
  countProblems,
  countReasons,
  type PlaceOfContacts,
} from '../../store/repositories/place-picture.ts';
import { countClosedPromises, countOpenPromises } from '../../store/repositories/place-promises.ts';
import { openPromisesAt } from '../../store/repositories/promise-repository.ts';
import { withKeepers } from '../promises/index.ts';

/** What the contacts of a place tell: the newest, how often, about what, when, and how safe it feels. */
export async function readPicture(
  read: ReadHandle,
  place: PlaceOfContacts,
  days: { readonly today: Day; readonly since: Day },
): Promise<PlacePicture> {
  const [begin] = dayInterval(days.since);
  // To the end of tomorrow: a contact may be a few minutes ahead of this clock.
  const [, end] = dayInterval(addDays(days.today, 1));
  const span = { begin, end };
  const feelings: PlacePicture['feelings'] = [];
  for (const { from, to } of quartersUpTo(days.today, QUARTERS_SHOWN)) {
    const quarter = { begin: dayInterval(from)[0], end: dayInterval(to)[0] };
    const { n, steps } = answersOf(await countFeelings(read, place, quarter));
    feelings.push({ from, to, n, steps: steps && [...steps] });
  }
  return {
    contacts: await countAt(read, place),
    latest: await latestAt(read, place),
    openPromises: await withKeepers(
      read,
      days.today,
      await openPromisesAt(read, place, MOST_OPEN_PROMISES),
    ),
    promises: {
      open: await countOpenPromises(read, place),
      ...(await countClosedPromises(read, place, days.since)),
    },
    countedSince: days.since,
    reasons: [...(await countReasons(read, place, span))],
    problems: [...(await countProblems(read, place, span))],
    hours: await countHours(read, place, clockStretches(begin, end)),
    feelings,
  };
}

/** The newest contacts of all versions of the place. */
async function latestAt(read: ReadHandle, place: PlaceOfContacts): Promise<Contact[]> {
  if (place.column === 'row_id') {
    return [...(await contactsAt(read, place.rows.slice(0, LATEST_CONTACTS)))];
  }
  const { column, ids } = place;
  // A filter that names no place would let every contact through.
  if (ids.length === 0) return [];
  const filter = column === 'street_id' ? { streetId: [...ids] } : { neighbourhoodId: [...ids] };
  return [...(await newestContacts(read, filter, LATEST_CONTACTS))];
}
