import { sql } from 'kysely';

import type { SyncState } from '#shared/contract/sync.ts';

import type { ReadHandle } from '../../store/handles.ts';
import { countArrivingFiles } from '../../store/repositories/blob-repository.ts';

export type SyncCounts = Pick<
  SyncState,
  | 'onlyHere'
  | 'underWay'
  | 'files'
  | 'oldestOnlyHereAt'
  | 'needsAttention'
  | 'waitingRows'
  | 'lastContactAt'
> & { readonly blocked: string };

/** What waits in this file. Each count has an index that holds what it counts and nothing else. */
export async function readCounts(read: ReadHandle): Promise<SyncCounts> {
  // Values in the text of the query: of values bound to it, SQLite cannot tell that the partial index holds them.
  const states = await read
    .selectFrom('operation')
    .select(({ fn }) => [
      'state',
      fn.countAll<number>().as('count'),
      fn.min('made_at').as('oldest'),
    ])
    .where('state', 'in', [sql.lit('only-here' as const), sql.lit('under-way' as const)])
    .groupBy('state')
    .execute();
  const attention = await read
    .selectFrom('operation_outcome')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('needs_attention', '=', sql.lit(1))
    .where('resolved_at', 'is', null)
    .executeTakeFirstOrThrow();
  const waiting = await read
    .selectFrom('deferred_row')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    // Of a merge, one party may be of a place that this officer has no right to: nothing is missing then.
    .where('awaits_entity', '<>', 'party')
    .executeTakeFirstOrThrow();
  const state = await read
    .selectFrom('sync_state')
    .select(['last_contact_at', 'blocked'])
    .executeTakeFirstOrThrow();
  const { count, size, sent } = await countArrivingFiles(read);
  const of = (name: string) => states.find((row) => row.state === name);
  return {
    onlyHere: of('only-here')?.count ?? 0,
    underWay: (of('under-way')?.count ?? 0) + count,
    files: { count, size, sent },
    oldestOnlyHereAt: of('only-here')?.oldest ?? null,
    needsAttention: attention.count,
    waitingRows: waiting.count,
    lastContactAt: state.last_contact_at,
    blocked: state.blocked,
  };
}
