import type { AddressSuggestion } from '#shared/contract/territory.ts';
import type { Position } from '#shared/domain/territory/geometry.ts';

import type { Formats } from '../../ui/formats.ts';

/** A place somebody chose: a street, perhaps with a number, perhaps with a spot on the map. */
export interface AddressValue {
  readonly streetId: string;
  /** As it should be stored; empty for the whole street. */
  readonly houseNumber: string;
  readonly position: Position | null;
  /** Whether somebody pointed at that spot; else it is the one that the address is known by. */
  readonly isPointedAt: boolean;
  /** What the field shows for it. */
  readonly label: string;
}

/** "Kerkstraat 12, 2800 Muizen" */
export function addressLabel(suggestion: AddressSuggestion, formats: Formats): string {
  const street = formats.name(suggestion.streetNameNl, suggestion.streetNameFr);
  const place = placeLabel(suggestion);
  const first = [street, suggestion.houseNumber].filter(Boolean).join(' ');
  return [first, place].filter(Boolean).join(', ');
}

/** "2800 Muizen" */
export function placeLabel(suggestion: AddressSuggestion): string {
  return [suggestion.postcode, suggestion.subMunicipality].filter(Boolean).join(' ');
}

/** @param pointedAt a spot that is better than the address's own: somebody pointed at it. */
export function addressValue(
  suggestion: AddressSuggestion,
  formats: Formats,
  pointedAt?: Position,
): AddressValue {
  return {
    streetId: suggestion.streetId,
    houseNumber: suggestion.houseNumber,
    position: pointedAt ?? suggestion.position,
    isPointedAt: pointedAt !== undefined,
    label: addressLabel(suggestion, formats),
  };
}
