import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { placedContactsOfStreets } from '../../store/repositories/piece-contacts.ts';
import type { PlaceOfContacts } from '../../store/repositories/place-picture.ts';
import { pieceOfContact, townPlaces } from '../gaps/index.ts';

/**
 * The contacts of a piece of a street, the newest first; those that name the street and no more lie on none. A
 * piece that is not of the street has none.
 *
 * @param streetIds every version of the street.
 */
export async function contactsOfPiece(
  { store }: OpenFile,
  streetIds: readonly Id[],
  segmentId: Id,
): Promise<PlaceOfContacts> {
  const town = await townPlaces(store);
  const piece = town.numbers.segment.get(segmentId);
  const placed = await placedContactsOfStreets(store.read, streetIds).execute();
  const rows = placed.filter((row) => {
    const street = town.numbers.street.get(row.street_id);
    return (
      street !== undefined && piece !== undefined && pieceOfContact(town, street, row) === piece
    );
  });
  return { column: 'row_id', rows: rows.map(({ row_id }) => row_id) };
}
