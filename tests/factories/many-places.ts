import { sql } from 'kysely';

import { CONTACT_REASONS } from '#shared/domain/contacts/code-lists.ts';
import type { Address } from '#shared/domain/territory/territory.ts';
import { makeId } from '#shared/lib/ids.ts';
import { type Random, randomBytes, seededRandom } from '#shared/lib/random.ts';

import { contactRowId } from '../../workbench/store/repositories/contact-rows.ts';
import type { Store } from '../../workbench/store/store.ts';

const PART = 20_000;
const FIRST = Date.parse('2021-06-15T06:00:00.000Z');
const LAST = Date.parse('2026-06-15T06:00:00.000Z');

type ContactPlace = Pick<Address, 'streetId' | 'houseNumber' | 'neighbourhoodId' | 'position'>;

/**
 * Stores `count` contacts at the addresses of a territory that is stored already: five years of them in
 * the order of time, three of four in the busiest quarter of the streets, one of a hundred without a place.
 */
export async function storeManyPlaces(
  store: Store,
  { addresses }: { readonly addresses: readonly ContactPlace[] },
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<void> {
  const random = seededRandom(seed);
  for (let done = 0; done < count; done += PART) {
    const rows = Array.from({ length: Math.min(PART, count - done) }, (_, index) =>
      oneContact(random, addresses, FIRST + ((LAST - FIRST) * (done + index)) / count),
    );
    await store.write(async ({ tables }) => {
      await sql`
        insert into contact (row_id, id, occurred_at, logged_at, author_id, street_id, house_number,
          neighbourhood_id, longitude, latitude, place_source, reason, summary, next_step, next_note, version)
        select value ->> 0, value ->> 1, value ->> 2, value ->> 2, ${store.identity.officerId},
          value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
          iif(value ->> 6 is null, 'unknown', 'address'), value ->> 8, value ->> 9, 'nothing', '', 1
        from json_each(${JSON.stringify(rows)})`.execute(tables);
    });
  }
  await store.write(async ({ tables }) => {
    await sql`
      insert into contact_place (row_id, west, east, south, north)
      select row_id, longitude, longitude, latitude, latitude from contact
      where longitude is not null`.execute(tables);
  });
}

function oneContact(random: Random, addresses: readonly ContactPlace[], at: number) {
  const busy = random() < 0.75 ? addresses.length / 4 : addresses.length;
  const address = addresses[Math.floor(random() * busy)];
  if (address === undefined) throw new RangeError('the territory has no addresses');
  const place = random() < 0.01 ? [null, null] : address.position;
  const reason = CONTACT_REASONS[Math.floor(random() ** 2 * CONTACT_REASONS.length)];
  const occurredAt = new Date(Math.floor(at)).toISOString();
  return [
    contactRowId(occurredAt, 0),
    makeId(Math.floor(at), randomBytes(random, 16)),
    occurredAt,
    address.streetId,
    address.houseNumber,
    address.neighbourhoodId,
    ...place,
    reason,
    `Gesprek ${Math.floor(random() * 1e6)} over wat er in de straat leeft en wat er beter kan.`,
  ];
}
