import type { AddressSuggestion } from '#shared/contract/territory.ts';
import {
  type Bounds,
  distanceMetres,
  type Line,
  nearestOnLine,
  type Position,
} from '#shared/domain/territory/geometry.ts';
import { dayOf } from '#shared/lib/dates.ts';

import type { OpenFile } from '../../../context.ts';
import {
  addressesWithin,
  areasOfToday,
  segmentsTouching,
} from '../../../store/repositories/territory-repository.ts';
import { currentStreets } from './current-streets.ts';
import { suggest } from './suggestion.ts';

/** How far from a street a click still means that street, in metres. */
const STREET_REACH = 75;
/** How far from an address a click still means that address, in metres. */
const ADDRESS_REACH = 30;

/**
 * The street of today nearest to a position, within 75 metres, with the house number of its nearest
 * address when that is within 30 metres. `position` of the answer is that address, else the point of
 * the street nearest to the click. Null when there is no street.
 */
export async function locate(
  file: OpenFile,
  input: { readonly position: Position },
): Promise<AddressSuggestion | null> {
  const { store } = file;
  const { position } = input;
  const today = dayOf(store.clock.now());
  const index = await currentStreets(store);
  const nearby = await segmentsTouching(
    store.read,
    around(position, STREET_REACH),
    today,
  ).execute();

  let nearest: { metres: number; position: Position; segment: (typeof nearby)[number] } | undefined;
  for (const segment of nearby) {
    if (!index.byId.has(segment.street_id)) continue;
    const point = nearestOnLine(JSON.parse(segment.geometry) as Line, position);
    if (point.metres <= STREET_REACH && point.metres < (nearest?.metres ?? Infinity)) {
      nearest = { ...point, segment };
    }
  }
  const street = nearest && index.byId.get(nearest.segment.street_id);
  if (nearest === undefined || street === undefined) return null;

  const reach = around(position, ADDRESS_REACH);
  const addresses = await addressesWithin(store.read, street.versionIds, reach, today).execute();
  const [address] = addresses
    .map((row) => ({
      number: row.house_number,
      metres: distanceMetres(position, [row.longitude, row.latitude]),
    }))
    .filter((row) => row.metres <= ADDRESS_REACH)
    .sort((one, other) => one.metres - other.metres);

  const houseNumber = address?.number ?? '';
  const asked = { street, houseNumber, boxNumber: '', houseNumberText: houseNumber };
  const [suggestion] = await suggest(store.read, [asked], today);
  if (suggestion === undefined) return null;
  if (suggestion.houseNumberKnown) return suggestion;

  // A street may cross neighbourhoods: the stretch that was pointed at lies in one of them.
  const { neighbourhood_id: neighbourhoodId } = nearest.segment;
  const here =
    neighbourhoodId === null
      ? []
      : await areasOfToday(store.read, [neighbourhoodId], today).execute();
  return {
    ...suggestion,
    position: [nearest.position[0], nearest.position[1]],
    neighbourhoods: suggestion.neighbourhoods.filter((one) => here.some(({ id }) => id === one.id)),
  };
}

/** Bounds that reach `metres` to each side of a position. */
function around([longitude, latitude]: Position, metres: number): Bounds {
  const north = metres / 111_000;
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  return [longitude - east, latitude - north, longitude + east, latitude + north];
}
