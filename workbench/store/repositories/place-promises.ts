import { sql } from 'kysely';

import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { ReadHandle } from '../handles.ts';

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
  where: { readonly streetIds: readonly Id[]; readonly neighbourhoodIds?: readonly Id[] },
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
