import type { Contact } from '#shared/domain/contacts/contact.ts';

/** What a contact without a neighbourhood is said to be: nobody knows, or known to be outside. */
export function noNeighbourhoodText(
  contact: Pick<Contact, 'placeSource'>,
): 'list.placeUnknown' | 'list.outside' {
  return contact.placeSource === 'unknown' ? 'list.placeUnknown' : 'list.outside';
}

/** What has to be said of how exactly the place is known; undefined when it is exact. */
export function inexactPlaceText(
  contact: Pick<Contact, 'placeSource'>,
): 'detail.middleOfStreet' | 'detail.placeUnknown' | undefined {
  if (contact.placeSource === 'street') return 'detail.middleOfStreet';
  if (contact.placeSource === 'unknown') return 'detail.placeUnknown';
  return undefined;
}
