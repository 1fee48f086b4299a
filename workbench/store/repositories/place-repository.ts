import type { PlaceSource } from '#shared/domain/contacts/contact.ts';
import {
  isInside,
  type Line,
  middleOf,
  type MultiPolygonRings,
  type Position,
} from '#shared/domain/territory/geometry.ts';
import { type Day, isValidOn } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

/** Where something happened, as far as the territory knows. */
export interface Place {
  readonly position: Position | null;
  readonly neighbourhoodId: Id | null;
  readonly source: PlaceSource;
}

interface Dated {
  readonly valid_from: Day;
  readonly valid_to: Day;
}

/**
 * Of versions of the same thing the one that was valid on `day`; where the territory was brought in
 * later than that, the first that followed. What ended before `day` and was not replaced is gone.
 */
export function versionOn<Row extends Dated>(rows: readonly Row[], day: Day): Row | undefined {
  const valid = rows.find((row) =>
    isValidOn({ validFrom: row.valid_from, validTo: row.valid_to }, day),
  );
  if (valid) return valid;
  return rows
    .filter((row) => row.valid_from > day)
    .reduce<Row | undefined>(
      (first, row) => (first && first.valid_from <= row.valid_from ? first : row),
      undefined,
    );
}

/** The neighbourhood that held `position` on `day`, by {@link versionOn}; null outside all of them. */
export async function neighbourhoodAt(
  read: ReadHandle,
  position: Position,
  day: Day,
): Promise<Id | null> {
  const [longitude, latitude] = position;
  const candidates = await read
    .selectFrom('area_bounds')
    .innerJoin('area', 'area.row_id', 'area_bounds.row_id')
    .select(['area.id', 'area.geometry', 'area.valid_from', 'area.valid_to'])
    .where('west', '<=', longitude)
    .where('east', '>=', longitude)
    .where('south', '<=', latitude)
    .where('north', '>=', latitude)
    .where('kind', '=', 'neighbourhood')
    .execute();
  const holders = candidates.filter(({ geometry }) =>
    isInside(JSON.parse(geometry) as MultiPolygonRings, position),
  );
  return versionOn(holders, day)?.id ?? null;
}

/** Where a house number of a street stands; undefined when the register does not know it. */
export async function placeOfAddress(
  read: ReadHandle,
  streetId: Id,
  houseNumber: string,
  day: Day,
): Promise<Place | undefined> {
  const addresses = await read
    .selectFrom('address')
    .innerJoin('street as named', (join) => join.on('named.id', '=', streetId))
    .innerJoin('street as same', (join) =>
      join
        .onRef('same.official_id', '=', 'named.official_id')
        .onRef('same.id', '=', 'address.street_id'),
    )
    .select(['address.longitude', 'address.latitude', 'address.valid_from', 'address.valid_to'])
    .where('address.house_number', '=', houseNumber)
    .execute();
  const address = versionOn(addresses, day);
  if (!address) return undefined;
  const position: Position = [address.longitude, address.latitude];
  return {
    position,
    neighbourhoodId: await neighbourhoodAt(read, position, day),
    source: 'address',
  };
}

/** The middle of the longest stretch of a street, with its neighbourhood; unknown when it has no line. */
export async function placeOfStreet(read: ReadHandle, streetId: Id, day: Day): Promise<Place> {
  const segments = await read
    .selectFrom('segment')
    .innerJoin('street as named', (join) => join.on('named.id', '=', streetId))
    .innerJoin('street as same', (join) =>
      join
        .onRef('same.official_id', '=', 'named.official_id')
        .onRef('same.id', '=', 'segment.street_id'),
    )
    .select(['segment.geometry', 'segment.valid_from', 'segment.valid_to'])
    .orderBy('segment.length_metres', 'desc')
    .execute();
  const longest = versionOn(segments, day);
  if (!longest) return { position: null, neighbourhoodId: null, source: 'unknown' };
  const position = middleOf(JSON.parse(longest.geometry) as Line);
  return {
    position,
    neighbourhoodId: await neighbourhoodAt(read, position, day),
    source: 'street',
  };
}

/** Whether a street with this id exists, now or in history. */
export async function streetExists(read: ReadHandle, streetId: Id): Promise<boolean> {
  const row = await read
    .selectFrom('street')
    .select('id')
    .where('id', '=', streetId)
    .executeTakeFirst();
  return row !== undefined;
}
