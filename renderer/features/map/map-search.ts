import { type ContactFilter, contactFilterSchema } from '#shared/contract/contacts.ts';

import type { ContactSearch } from '../views/index.ts';

/** What stands in the map's address: the list as it is filtered and shown, and the choice. */
export interface MapSearch extends ContactSearch {
  readonly contact?: string | undefined;
}

/** The address of the list with the same filter. */
export function listSearchOf(search: MapSearch): ContactSearch {
  const { contact, ...list } = search;
  return contact === undefined ? search : list;
}

/** The filter without the choice, and without keys that hold nothing: equal filters are equal keys. */
export function filterOf(search: MapSearch): ContactFilter {
  const given = Object.entries(listSearchOf(search)).filter(([, value]) => value !== undefined);
  return contactFilterSchema.parse(Object.fromEntries(given));
}

const SHOWN = new Set(['from', 'to', 'reason', 'neighbourhoodId']);

/** How many parts of the filter came from the list and have no field beside the map. */
export function countHidden(search: MapSearch): number {
  return Object.keys(filterOf(search)).filter((key) => !SHOWN.has(key)).length;
}
