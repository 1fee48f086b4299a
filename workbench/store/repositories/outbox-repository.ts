import { sql } from 'kysely';

import type { Instant } from '#shared/lib/dates.ts';

import type { ReadHandle } from '../handles.ts';
import { countArrivingFiles } from './blob-repository.ts';

export interface OnlyHere {
  readonly onlyHere: number;
  /** Operations that the centre did not take and nobody has decided on yet: they are nowhere else either. */
  readonly notTaken: number;
  readonly oldestAt: Instant | null;
}

/**
 * How much waits in this file alone, and when the oldest was made: operations, and files of which the centre
 * has the row and not yet the bytes. What the centre did not take does not wait, and is counted by itself.
 */
export async function countOnlyHere(read: ReadHandle): Promise<OnlyHere> {
  const row = await onlyHereQuery(read).executeTakeFirstOrThrow();
  const files = await countArrivingFiles(read);
  const oldest = [row.oldest, files.oldestAt].filter((at) => at !== null).sort()[0];
  const { refused } = await notTakenQuery(read).executeTakeFirstOrThrow();
  return { onlyHere: row.waiting + files.count, notTaken: refused, oldestAt: oldest ?? null };
}

/**
 * The states stand in the text of the query: of values bound to it, SQLite cannot tell that the partial
 * index holds them all, and would read every operation there is.
 */
function onlyHereQuery(read: ReadHandle) {
  return read
    .selectFrom('operation')
    .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('made_at').as('oldest')])
    .where('state', 'in', [sql.lit('only-here' as const), sql.lit('under-way' as const)]);
}

/** By the index of what needs attention, which holds few. */
function notTakenQuery(read: ReadHandle) {
  return read
    .selectFrom('operation_outcome')
    .innerJoin('operation', 'operation.op_id', 'operation_outcome.op_id')
    .select(({ fn }) => fn.countAll<number>().as('refused'))
    .where('needs_attention', '=', sql.lit(1))
    .where('resolved_at', 'is', null)
    .where('operation.state', '=', 'rejected');
}

/** How SQLite would count them, for the test that it reads no operation that was received. */
export async function explainOnlyHere(read: ReadHandle): Promise<string> {
  const waiting = await onlyHereQuery(read).explain(undefined, sql`query plan`);
  return JSON.stringify([waiting, await notTakenQuery(read).explain(undefined, sql`query plan`)]);
}
