import type { Surroundings } from '#shared/contract/contacts.ts';
import type { NewContact } from '#shared/domain/contacts/contact.ts';
import { type Bounds, distanceMetres, type Position } from '#shared/domain/territory/geometry.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { contactsOfRows } from '../../store/repositories/contact-repository.ts';
import { hasRightTo } from '../../store/repositories/held-areas.ts';
import {
  lastChannelOf,
  newestOnStreet,
  onOtherStreets,
  pointsInside,
  versionsOfStreet,
} from '../../store/repositories/nearby-repository.ts';
import { openPromisesOnStreets } from '../../store/repositories/promise-repository.ts';
import { withKeepers } from '../promises/index.ts';
import { settlePlace } from './settle-place.ts';

/** Metres: about as far as a near repeat happens. */
const NEAR = 150;
const MOST_ON_STREET = 8;
const MOST_AROUND = 6;
const MOST_PROMISES = 6;
/** Of a busy square only the newest are looked at. */
const MOST_POINTS = 2_000;
const POINTS_AT_ONCE = 200;

/**
 * The newest contacts on a street, then those within 150 metres on other streets, and the promises that
 * are open on the street. Throws NOT_FOUND (street).
 */
export async function readNearby(
  { store }: OpenFile,
  { place }: Pick<NewContact, 'place'>,
): Promise<Surroundings> {
  const { read } = store;
  const { position, neighbourhoodId } = await settlePlace(read, {
    occurredAt: store.clock.now(),
    place,
  });
  const streets = await versionsOfStreet(read, place.streetId);
  const onStreet = await newestOfStreets(read, streets);
  const around = position ? await newestAround(read, position, streets) : [];
  const rows = new Set(onStreet);
  const found = (await contactsOfRows(read, [...onStreet, ...around])).map(
    ({ rowId, contact }) => ({
      contact,
      onStreet: rows.has(rowId),
      metres:
        position && contact.position
          ? Math.round(distanceMetres(position, contact.position))
          : null,
    }),
  );
  return {
    contacts: [...found.filter((one) => one.onStreet), ...found.filter((one) => !one.onStreet)],
    hasRight: await hasRightTo(read, neighbourhoodId),
    promises: await withKeepers(
      read,
      dayOf(store.clock.now()),
      (await openPromisesOnStreets(read, streets)).slice(0, MOST_PROMISES),
    ),
  };
}

/** The channel the officer used last is the likeliest one again. */
export async function readContactDefaults({
  store,
}: OpenFile): Promise<{ channel: string | null }> {
  return { channel: await lastChannelOf(store.read, store.identity.officerId) };
}

/** Each version of a street by its own index, so that none of them has to be sorted. */
async function newestOfStreets(
  read: ReadHandle,
  streets: readonly Id[],
): Promise<readonly number[]> {
  const found: number[] = [];
  for (const street of streets) {
    const rows = await newestOnStreet(read, street, MOST_ON_STREET).execute();
    found.push(...rows.map((row) => row.row_id));
  }
  return found.sort((one, other) => other - one).slice(0, MOST_ON_STREET);
}

async function newestAround(
  read: ReadHandle,
  here: Position,
  streets: readonly Id[],
): Promise<readonly number[]> {
  const points = await pointsInside(read, boundsAround(here, NEAR), MOST_POINTS).execute();
  const near = points
    .filter(({ west, south }) => distanceMetres(here, [west, south]) <= NEAR)
    .map((point) => point.row_id);
  const found: number[] = [];
  for (let start = 0; start < near.length && found.length < MOST_AROUND; start += POINTS_AT_ONCE) {
    const part = near.slice(start, start + POINTS_AT_ONCE);
    const rows = await onOtherStreets(read, part, streets).execute();
    found.push(...rows.map((row) => row.row_id));
  }
  return found.slice(0, MOST_AROUND);
}

/** A box that holds everything within so many metres, at our latitude. */
function boundsAround([longitude, latitude]: Position, metres: number): Bounds {
  const north = metres / 111_000;
  const east = north / Math.cos((latitude * Math.PI) / 180);
  return [longitude - east, latitude - north, longitude + east, latitude + north];
}
