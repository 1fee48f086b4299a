import type { Line, Position } from '#shared/domain/territory/geometry.ts';
import {
  crossingAt,
  endsOf,
  houseRanges,
  type StretchPlace,
} from '#shared/domain/territory/stretch-place.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import { versionsOfStreets } from './place-versions.ts';
import { rowsOn } from './stretch-numbers.ts';
import { segmentsTouching } from './territory-repository.ts';

/** Degrees around an end in which streets are looked for: some seven metres and more, the rule decides. */
const AROUND = 0.0001;

const ANYWHERE: StretchPlace = { houses: null, crossings: [] };

/**
 * House numbers along these stretches and the streets at their ends, as they are today, and, of those that are gone,
 * as they were on their last day. Nothing of a stretch that is all of its street. An unknown one is left out.
 */
export async function placesOfStretches(
  read: ReadHandle,
  ids: readonly Id[],
  today: Day,
): Promise<ReadonlyMap<Id, StretchPlace>> {
  const named = await rowsOn(read, ids, today);
  const found = new Map<Id, StretchPlace>();
  for (const [day, rows] of Map.groupBy(named, (one) => one.day)) {
    const asked = new Set(rows.map(({ rowId }) => rowId));
    const places = new Map<Id, StretchPlace>();
    for (const street of new Set(rows.map(({ streetId }) => streetId))) {
      for (const [id, place] of await placesOn(read, street, asked, day)) places.set(id, place);
    }
    for (const { id, rowId } of rows) found.set(id, places.get(rowId) ?? ANYWHERE);
  }
  return found;
}

async function placesOn(
  read: ReadHandle,
  streetId: Id,
  asked: ReadonlySet<Id>,
  day: Day,
): Promise<ReadonlyMap<Id, StretchPlace>> {
  const versions = await versionsOfStreets(read, [streetId]);
  const rows = await read
    .selectFrom('segment')
    .select(['id', 'geometry'])
    .where('street_id', 'in', versions)
    .where('valid_from', '<=', day)
    .where('valid_to', '>', day)
    .orderBy('id')
    .execute();
  const stretches = rows.map(({ id, geometry }) => ({ id, line: JSON.parse(geometry) as Line }));
  if (stretches.length < 2) return new Map();
  const addresses = await addressesOf(read, versions, day).execute();
  const ranges = houseRanges(
    stretches,
    addresses.map(({ house_number: houseNumber, longitude, latitude }) => ({
      houseNumber,
      position: [longitude, latitude] as const,
    })),
  );
  const places = new Map<Id, StretchPlace>();
  for (const { id, line } of stretches) {
    if (!asked.has(id)) continue;
    const crossings = new Map<string, StretchPlace['crossings'][number]>();
    for (const end of endsOf(line)) {
      const crossing = crossingAt(end, await othersAround(read, end, versions, day));
      if (crossing) crossings.set(crossing.nameNl, crossing);
    }
    places.set(id, { houses: ranges.get(id) ?? null, crossings: [...crossings.values()] });
  }
  return places;
}

/** All addresses of a street under all its rows: a few hundred at most. */
export function addressesOf(read: ReadHandle, streetIds: readonly Id[], day: Day) {
  return read
    .selectFrom('address')
    .select(['house_number', 'longitude', 'latitude'])
    .where('street_id', 'in', streetIds)
    .where('valid_from', '<=', day)
    .where('valid_to', '>', day);
}

/** The stretches of other streets near a place, with their names. */
async function othersAround(
  read: ReadHandle,
  [longitude, latitude]: Position,
  own: readonly Id[],
  day: Day,
) {
  const rows = await segmentsTouching(
    read,
    [longitude - AROUND, latitude - AROUND, longitude + AROUND, latitude + AROUND],
    day,
  )
    .innerJoin('street', 'street.id', 'segment.street_id')
    .select(['street.name_nl as nameNl', 'street.name_fr as nameFr'])
    .where('segment.street_id', 'not in', own)
    .execute();
  return rows.map(({ nameNl, nameFr, geometry }) => ({
    nameNl,
    nameFr,
    line: JSON.parse(geometry) as Line,
  }));
}
