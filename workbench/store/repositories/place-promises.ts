import { sql } from 'kysely';

import type { Day } from '#shared/lib/dates.ts';

import type { ReadHandle } from '../handles.ts';
import { type PlaceOfContacts, promiseIsAt } from './place-picture.ts';

/** How many promises of the place are open. */
export async function countOpenPromises(read: ReadHandle, place: PlaceOfContacts): Promise<number> {
  const { open } = await read
    .selectFrom('promise')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where(promiseIsAt(place, 'promise'))
    .where('promise.state', '=', sql.lit('open'))
    .executeTakeFirstOrThrow();
  return open;
}

export interface PromiseCounts {
  readonly kept: number;
  readonly notKept: number;
}

/** How many promises of the place that were due since a day were kept or not. */
export async function countClosedPromises(
  read: ReadHandle,
  place: PlaceOfContacts,
  since: Day,
): Promise<PromiseCounts> {
  const [kept, notKept] = [
    await closedQuery(read, place, since, 'kept').executeTakeFirstOrThrow(),
    await closedQuery(read, place, since, 'not-kept').executeTakeFirstOrThrow(),
  ];
  return { kept: kept.count, notKept: notKept.count };
}

function closedQuery(
  read: ReadHandle,
  place: PlaceOfContacts,
  since: Day,
  state: 'kept' | 'not-kept',
) {
  return read
    .selectFrom('promise')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(promiseIsAt(place, 'promise'))
    .where('promise.state', '=', state)
    .where('promise.due_on', '>=', since);
}

/** How SQLite would count, for the test that a neighbourhood's promises are counted by an index alone. */
export async function explainPromisesOf(read: ReadHandle, place: PlaceOfContacts): Promise<string> {
  const plan = await closedQuery(read, place, '2026-01-01', 'kept').explain(
    undefined,
    sql`query plan`,
  );
  return JSON.stringify(plan);
}
