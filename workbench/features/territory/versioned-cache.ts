import { type Day, dayOf } from '#shared/lib/dates.ts';

import { territoryVersion } from '../../store/repositories/territory-repository.ts';
import type { Store } from '../../store/store.ts';

/**
 * Something worked out from the whole territory and kept in memory while the file is open: it is made
 * again when an import has run or was undone, and at midnight, when other rows become valid. It goes
 * with the store, so nothing of one officer is left when the desk is locked.
 *
 * @param make works it out for that day; a failure is not kept
 */
export function keepPerTerritory<Value>(
  make: (store: Store, today: Day) => Promise<Value>,
): (store: Store) => Promise<Value> {
  const kept = new WeakMap<Store, { readonly version: string; readonly value: Promise<Value> }>();
  return async (store) => {
    const today = dayOf(store.clock.now());
    const row = await territoryVersion(store.read).executeTakeFirstOrThrow();
    const version = JSON.stringify([today, row]);
    const known = kept.get(store);
    if (known?.version === version) return known.value;
    const value = make(store, today);
    const entry = { version, value };
    kept.set(store, entry);
    value.catch(() => {
      if (kept.get(store) === entry) kept.delete(store);
    });
    return value;
  };
}
