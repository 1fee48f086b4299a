import type { Id } from '#shared/lib/ids.ts';

import type { Principal } from '../access/access.ts';
import type { Centre } from '../ports.ts';

/** A desk that listens or asks often is not written down each time; milliseconds. */
const ONCE_IN_MS = 60_000;

/** Notes that a desk is in use although it pushes nothing: it pulls, or it listens. At most once a minute each. */
export function createSeenDesks({
  store,
  clock,
}: Pick<Centre, 'store' | 'clock'>): (principal: Principal) => Promise<void> {
  const noted = new Map<Id, number>();
  return async ({ zoneId, deviceId }) => {
    const now = clock.now();
    const before = noted.get(deviceId);
    if (before !== undefined && Date.parse(now) - before < ONCE_IN_MS) return;
    noted.set(deviceId, Date.parse(now));
    await store.directory.noteSeen(zoneId, deviceId, now, null);
  };
}
