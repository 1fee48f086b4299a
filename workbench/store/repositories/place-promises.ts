import { sql } from 'kysely';

import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';
import type { PromisePlaces } from './promise-repository.ts';

/** How many promises of these streets are open; of one neighbourhood only, where it is given. */
export async function countOpenPromises(
  read: ReadHandle,
  where: PromisePlaces & { readonly streetIds: readonly Id[] },
): Promise<number> {
  let query = read
    .selectFrom('promise')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('promise.state', '=', 'open')
    .where('promise.street_id', 'in', where.streetIds);
  const { neighbourhoodIds } = where;
  if (neighbourhoodIds !== undefined) {
    query = query
      .innerJoin('contact', 'contact.id', 'promise.contact_id')
      .where('contact.neighbourhood_id', 'in', neighbourhoodIds);
  }
  return (await query.executeTakeFirstOrThrow()).open;
}

export interface PromiseCounts {
  readonly kept: number;
  readonly notKept: number;
}

/**
 * How many promises of these streets that were due since a day were kept or not; of one neighbourhood
 * only, where its versions are given.
 */
export async function countClosedPromises(
  read: ReadHandle,
  where: PromisePlaces & { readonly streetIds: readonly Id[] },
  since: Day,
): Promise<PromiseCounts> {
  let query = read
    .selectFrom('promise')
    .select([
      sql<number>`count(*) filter (where promise.state = 'kept')`.as('kept'),
      sql<number>`count(*) filter (where promise.state = 'not-kept')`.as('notKept'),
    ])
    .where('promise.street_id', 'in', where.streetIds)
    .where('promise.due_on', '>=', since);
  const { neighbourhoodIds } = where;
  if (neighbourhoodIds !== undefined) {
    query = query
      .innerJoin('contact', 'contact.id', 'promise.contact_id')
      .where('contact.neighbourhood_id', 'in', neighbourhoodIds);
  }
  return query.executeTakeFirstOrThrow();
}
