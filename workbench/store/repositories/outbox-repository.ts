import { sql } from 'kysely';

import type { Instant } from '#shared/lib/dates.ts';

import type { ReadHandle } from '../handles.ts';
import { countArrivingFiles } from './blob-repository.ts';

export interface OnlyHere {
  readonly onlyHere: number;
  readonly oldestAt: Instant | null;
}

/**
 * How much exists in this file alone, and when the oldest was made: operations, and files of which the centre
 * has the row and not yet the bytes.
 */
export async function countOnlyHere(read: ReadHandle): Promise<OnlyHere> {
  const row = await onlyHereQuery(read).executeTakeFirstOrThrow();
  const files = await countArrivingFiles(read);
  const oldest = [row.oldest, files.oldestAt].filter((at) => at !== null).sort()[0];
  return { onlyHere: row.waiting + files.count, oldestAt: oldest ?? null };
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

/** How SQLite would count them, for the test that it reads no operation that was received. */
export async function explainOnlyHere(read: ReadHandle): Promise<string> {
  return JSON.stringify(await onlyHereQuery(read).explain(undefined, sql`query plan`));
}
