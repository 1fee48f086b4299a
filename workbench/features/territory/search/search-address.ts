import type { AddressSuggestion } from '#shared/contract/territory.ts';
import { houseNumberFirst, houseNumberText } from '#shared/domain/territory/address-text.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../../context.ts';
import { streetsOfOfficer } from '../../../store/repositories/people-repository.ts';
import type { Store } from '../../../store/store.ts';
import { currentStreets } from './current-streets.ts';
import { suggest } from './suggestion.ts';

/**
 * Streets and addresses that fit what was typed, the best first; empty when nothing does. Of those that
 * fit nearly as well, the streets of the officer's own neighbourhoods come first.
 *
 * @param input.text an address as somebody types it, perhaps half of it, in Dutch or French
 * @param input.limit 1 to 20
 */
export async function searchAddress(
  file: OpenFile,
  input: { readonly text: string; readonly limit: number },
): Promise<AddressSuggestion[]> {
  const { store } = file;
  const today = dayOf(store.clock.now());
  const index = await currentStreets(store);
  const own = await ownStreets(store, today);
  const asked = index.search(input.text, input.limit, own).map(({ street, reading }) => ({
    street,
    houseNumber: reading.houseNumber,
    boxNumber: reading.boxNumber,
    houseNumberText: houseNumberText(reading),
  }));
  const suggestions = await suggest(store.read, asked, today);

  // "1034 Oude Baan" reads as a postcode, unless that street has such a number.
  const number = houseNumberFirst(input.text);
  const unnumbered = asked.filter(({ houseNumber }) => number !== '' && houseNumber === '');
  if (unnumbered.length === 0) return suggestions;
  const numbered = await suggest(
    store.read,
    unnumbered.map((place) => ({ ...place, houseNumber: number, houseNumberText: number })),
    today,
  );
  const known = new Map(
    numbered.filter((one) => one.houseNumberKnown).map((one) => [one.streetId, one] as const),
  );
  return suggestions.map((one) => known.get(one.streetId) ?? one);
}

/** Streets with a stretch in a neighbourhood that the officer at this desk answers for today. */
async function ownStreets(store: Store, today: Day): Promise<ReadonlySet<Id>> {
  const rows = await streetsOfOfficer(store.read, store.identity.officerId, today).execute();
  return new Set(rows.map((row) => row.street_id));
}
