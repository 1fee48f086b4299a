import { workOf } from '#shared/domain/people/absence.ts';
import { type ContactPromise, keptBy, type KeptPromise } from '#shared/domain/promises/promise.ts';
import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { readStandIns } from '../../store/repositories/absence-repository.ts';

/** These promises with who sees to each on a day. */
export async function withKeepers(
  read: ReadHandle,
  day: Day,
  promises: readonly ContactPromise[],
): Promise<KeptPromise[]> {
  if (promises.length === 0) return [];
  const standIns = await readStandIns(read, day);
  return promises.map((promise) => keptBy(promise, standIns));
}

/** One promise with who sees to it today. */
export async function withKeeper(
  { store }: OpenFile,
  promise: ContactPromise,
): Promise<KeptPromise> {
  return keptBy(promise, await readStandIns(store.read, dayOf(store.clock.now())));
}

/** Whose open promises an officer sees to on a day. */
export async function ownersKeptBy(
  read: ReadHandle,
  day: Day,
  officerId: Id,
): Promise<readonly Id[]> {
  const standIns = await readStandIns(read, day);
  return workOf(officerId, new Map([...standIns].map(([away, { id }]) => [away, id])));
}
