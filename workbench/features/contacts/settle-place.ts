import type { NewContact } from '#shared/domain/contacts/contact.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import {
  neighbourhoodAt,
  type Place,
  placeOfAddress,
  placeOfStreet,
  streetExists,
} from '../../store/repositories/place-repository.ts';

/**
 * Where a contact is: what the officer pointed at, else the address, else the middle of the street, and
 * the neighbourhood that held it on that day. Throws NOT_FOUND (street).
 */
export async function settlePlace(
  read: ReadHandle,
  { occurredAt, place }: Pick<NewContact, 'occurredAt' | 'place'>,
): Promise<Place> {
  const { streetId, houseNumber, position } = place;
  if (!(await streetExists(read, streetId))) {
    throw new WorkbenchError('NOT_FOUND', { what: 'street' });
  }
  const day = dayOf(occurredAt);
  if (position) {
    const neighbourhoodId = await neighbourhoodAt(read, position, day);
    return { position, neighbourhoodId, source: 'pointed' };
  }
  const address =
    houseNumber === '' ? undefined : await placeOfAddress(read, streetId, houseNumber, day);
  return address ?? (await placeOfStreet(read, streetId, day));
}
