import type { PlaceSource } from '#shared/domain/contacts/contact.ts';
import { nearestOnLine } from '#shared/domain/territory/geometry.ts';

import { NOWHERE, type TownPlaces } from './town-places.ts';

export interface PlacedContact {
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly place_source: PlaceSource;
}

/**
 * The number of the piece of its street that a contact is nearest to. One that names a street and no more lies
 * on no piece of it, unless there is only one: its place is the middle of the street, where nobody said anything.
 *
 * @param street the number of its street.
 */
export function pieceOfContact(
  town: TownPlaces,
  street: number,
  { longitude, latitude, place_source: source }: PlacedContact,
): number {
  const pieces = town.segmentsOfStreet[street] ?? [];
  if (pieces.length <= 1) return pieces[0] ?? NOWHERE;
  if (longitude === null || latitude === null) return NOWHERE;
  if (source !== 'address' && source !== 'pointed') return NOWHERE;
  let nearest = NOWHERE;
  let least = Infinity;
  for (const piece of pieces) {
    const line = town.segments[piece]?.line;
    if (!line) continue;
    const { metres } = nearestOnLine(line, [longitude, latitude]);
    if (metres < least) {
      nearest = piece;
      least = metres;
    }
  }
  return nearest;
}
