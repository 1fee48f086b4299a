import { type ContactFilter, valuesOf } from '#shared/domain/contacts/contact-filter.ts';

import type { ReadHandle } from '../../store/handles.ts';
import {
  versionsOfNeighbourhoods,
  versionsOfStreets,
} from '../../store/repositories/place-versions.ts';

/**
 * What a filter means: a street or neighbourhood is all that it ever was. Its name and borders may have
 * changed, and with them its row, but not what people call the same place.
 */
export async function filterMeant(read: ReadHandle, filter: ContactFilter): Promise<ContactFilter> {
  const streets = valuesOf(filter.streetId);
  const neighbourhoods = valuesOf(filter.neighbourhoodId);
  if (streets.length === 0 && neighbourhoods.length === 0) return filter;
  return {
    ...filter,
    ...(streets.length > 0 && { streetId: [...(await versionsOfStreets(read, streets))] }),
    ...(neighbourhoods.length > 0 && {
      neighbourhoodId: [...(await versionsOfNeighbourhoods(read, neighbourhoods))],
    }),
  };
}

/** The same for filters that say the same, in whatever order their fields were given. */
export function keyOfFilter(filter: ContactFilter): string {
  const narrowing = Object.entries(filter).filter(([, value]) => value !== undefined);
  return JSON.stringify(narrowing.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
