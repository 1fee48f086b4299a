import { z } from 'zod';

import { daySchema, type Instant, instantSchema } from '../../lib/dates.ts';
import { type Id, idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';

export const PROMISE_STATES = ['open', 'kept', 'not-kept'] as const;

/** A promise made to a resident or partner: someone owns it, it has a date, closing needs an outcome. */
export const promiseSchema = z.object({
  id: idSchema,
  contactId: idSchema,
  ownerId: idSchema,
  ownerName: z.string(),
  streetId: idSchema,
  streetNameNl: z.string(),
  streetNameFr: z.string(),
  /** Where the contact was that it was made at; null outside of every neighbourhood. */
  neighbourhoodId: idSchema.nullable(),
  text: z.string(),
  /** The day the resident was told. It never moves, whoever keeps the promise. */
  dueOn: daySchema,
  state: z.enum(PROMISE_STATES),
  /** What the resident was told; empty while the promise is open. */
  outcome: z.string(),
  closedAt: instantSchema.nullable(),
  /** How the person wants to be told; null when that was not said. */
  channel: codeSchema.nullable(),
  /** How the person was told; null while the promise is open, and when that was not written down. */
  toldBy: codeSchema.nullable(),
});
export type ContactPromise = z.infer<typeof promiseSchema>;

/** A promise with who sees to it today: its owner, or who stands in while the owner is away. */
export const keptPromiseSchema = promiseSchema.extend({
  keeperId: idSchema,
  keeperName: z.string(),
});
export type KeptPromise = z.infer<typeof keptPromiseSchema>;

/**
 * An open promise of who is away is with who stands in; it comes back with its owner, and nothing of what the resident
 * was told moves. A closed one stays with its owner.
 *
 * @param standIns who stands in for whom on the day, by the id of who is away.
 */
export function keptBy(
  promise: ContactPromise,
  standIns: ReadonlyMap<Id, { readonly id: Id; readonly displayName: string }>,
): KeptPromise {
  const standIn = promise.state === 'open' ? standIns.get(promise.ownerId) : undefined;
  return {
    ...promise,
    keeperId: standIn?.id ?? promise.ownerId,
    keeperName: standIn?.displayName ?? promise.ownerName,
  };
}

/** What somebody says when a promise is closed. */
export interface Closing {
  readonly kept: boolean;
  readonly outcome: string;
  readonly toldBy: string | null;
}

/**
 * The promise as it is once closed. One that was closed in the same way before stays as it is; one that
 * was closed in another way cannot be closed again, and the answer is undefined.
 */
export function closed(
  promise: ContactPromise,
  { kept, outcome, toldBy }: Closing,
  now: Instant,
): ContactPromise | undefined {
  const state = kept ? 'kept' : 'not-kept';
  if (promise.state === 'open') return { ...promise, state, outcome, toldBy, closedAt: now };
  const isSame =
    promise.state === state && promise.outcome === outcome && promise.toldBy === toldBy;
  return isSame ? promise : undefined;
}

/**
 * The promise as it is once a colleague keeps it: another owner, and the day the resident was told stays.
 * Only an open promise can change hands; for another the answer is undefined.
 */
export function handedTo(
  promise: ContactPromise,
  owner: { readonly id: Id; readonly displayName: string },
): ContactPromise | undefined {
  if (promise.ownerId === owner.id) return promise;
  if (promise.state !== 'open') return undefined;
  return { ...promise, ownerId: owner.id, ownerName: owner.displayName };
}
