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
    // What was written here on a row that went with a right is no line of the centre. It is shown again with that row.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('shadow')
          .select('shadow.entity_id')
          .whereRef('shadow.entity', '=', 'deferred_row.entity')
          .whereRef('shadow.entity_id', '=', 'deferred_row.entity_id'),
      ),
    )
    // Without one of its parties a merge says nothing: that one was erased, or another desk brings it again.
    .where(({ not, and, eb }) =>
      not(and([eb('entity', '=', 'party-merge'), eb('awaits_entity', '=', 'party')])),
    )
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
