import type { NeighbourhoodRow } from '#shared/contract/people.ts';

import { useQuestion } from './queries.ts';

/** The neighbourhoods of today by Dutch name, as every page asks them. */
export function useNeighbourhoods() {
  return useQuestion({
    topics: ['territory', 'people'],
    key: ['people.neighbourhoods'],
    ask: (client, signal) => client.people.neighbourhoods(undefined, { signal }),
  });
}

/** How much of the territory this desk holds what happened in. */
export type Holdings = 'all' | 'part' | 'none';

/** Undefined while it is not known, and without any neighbourhood. */
export function holdingsOf(
  rows: readonly Pick<NeighbourhoodRow, 'isHeld'>[] | undefined,
): Holdings | undefined {
  if (rows === undefined || rows.length === 0) return undefined;
  const held = rows.filter(({ isHeld }) => isHeld).length;
  if (held === rows.length) return 'all';
  return held === 0 ? 'none' : 'part';
}
