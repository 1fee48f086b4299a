import type { KnownStreet } from '#shared/domain/territory/placed-street.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { streetsOfStretches } from '../../store/repositories/placed-streets.ts';
import { stretchNumbers } from '../../store/repositories/stretch-numbers.ts';
import type { Store } from '../../store/store.ts';
import { keepPerTerritory } from '../territory/index.ts';

/** A stretch as measures name it. */
interface NamedStretch {
  readonly streetId: Id;
  readonly segmentId: Id;
}

interface Kept {
  /** By street and stretch: a measure keeps the street that it was planned on. */
  readonly streets: Map<string, KnownStreet>;
  readonly numbers: Map<Id, number | null>;
}

/** The same few stretches are asked for with every look at the board: each is worked out once per territory and day. */
const kept = keepPerTerritory<Kept>(async () => ({ streets: new Map(), numbers: new Map() }));

/** What the streets of these stretches are called, see `streetsOfStretches`. */
export async function streetsOnBoard(
  store: Store,
  stretches: readonly NamedStretch[],
): Promise<(stretch: NamedStretch) => KnownStreet> {
  const { streets } = await kept(store);
  const missing = stretches.filter((one) => !streets.has(keyOf(one)));
  const streetOf = await streetsOfStretches(store.read, missing);
  for (const one of missing) streets.set(keyOf(one), streetOf(one));
  return (one) => streets.get(keyOf(one)) ?? streetOf(one);
}

/** Where these stretches are along their streets today; null for the only one of its street and for an unknown one. */
export async function numbersOnBoard(
  store: Store,
  segmentIds: readonly Id[],
): Promise<(segmentId: Id) => number | null> {
  const { numbers } = await kept(store);
  const missing = [...new Set(segmentIds)].filter((id) => !numbers.has(id));
  const found = await stretchNumbers(store.read, missing, dayOf(store.clock.now()));
  for (const id of missing) numbers.set(id, found.get(id)?.number ?? null);
  return (id) => numbers.get(id) ?? null;
}

function keyOf({ streetId, segmentId }: NamedStretch): string {
  return `${streetId} ${segmentId}`;
}
