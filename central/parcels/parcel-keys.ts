import type { Id } from '#shared/lib/ids.ts';
import { makeId } from '#shared/lib/ids.ts';
import type { ParcelKey } from '#shared/protocol/parcel.ts';

import type { Centre } from '../ports.ts';
import { makeParcelKeys } from './parcel-crypto.ts';

type Parts = Pick<Centre, 'store' | 'clock' | 'random'>;

/** The key that desks of this zone seal parcels for from now on; the first one is made when it is asked for. */
export async function currentParcelKey(parts: Parts, zoneId: Id): Promise<ParcelKey> {
  const [newest] = await parts.store.directory.parcelKeys(zoneId);
  if (newest === undefined) return renewParcelKey(parts, zoneId);
  return { id: newest.id, publicKey: newest.publicKey };
}

/** Desks learn the new key at their next contact; parcels for the former ones are opened as before. */
export async function renewParcelKey(
  { store, clock, random }: Parts,
  zoneId: Id,
): Promise<ParcelKey> {
  const madeAt = clock.now();
  const key = { id: makeId(Date.parse(madeAt), random(16)), madeAt, ...makeParcelKeys() };
  await store.directory.addParcelKey(zoneId, key);
  return { id: key.id, publicKey: key.publicKey };
}
