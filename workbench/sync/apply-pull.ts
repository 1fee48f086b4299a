import { sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';
import type { CompleteMessage, PullMessage, ResultMessage } from '#shared/protocol/pull.ts';

import type { WriteHandle } from '../store/handles.ts';
import type { Store } from '../store/store.ts';
import { takePullNotes } from './pull-notes.ts';
import { openRowScopes, type RowKey } from './row-scopes.ts';
import { retryDeferred, settleRows } from './settle-rows.ts';
import { readStage } from './stage.ts';
import type { Tables } from './tables/entity-table.ts';

export interface Applied {
  readonly more: boolean;
  /** Rows that were new, changed or gone. */
  readonly rows: number;
  /** What these rows are. */
  readonly entities: readonly string[];
  readonly results: number;
  /** Rows that this desk may no longer see, or that are gone. */
  readonly removed: number;
  /** Scopes that were not what the centre says: a defect, and they are fetched again. */
  readonly differing: number;
}

/**
 * Applies a pull that is complete: rows, what is gone, outcomes, cursors and rights, in one transaction.
 * Applying the same again changes nothing.
 */
export async function applyPull(
  store: Store,
  epoch: Id,
  complete: CompleteMessage,
): Promise<Applied> {
  return store.write(async (handle) => {
    const { tables } = handle;
    const scopes = await openRowScopes(tables);
    const notes = takePullNotes(tables);
    const touched = new Map<string, RowKey>();
    const touch = (...keys: readonly RowKey[]): void => {
      for (const key of keys) touched.set(`${key.entity} ${key.id}`, key);
    };
    let results = 0;
    for await (const message of readStage(tables)) {
      await notes.note(message);
      switch (message.type) {
        case 'scopes':
          touch(...(await scopes.settle(message.scopes)));
          break;
        case 'row':
          await scopes.put(message.scope, message, message.version);
          await putShadow(tables, message);
          touch({ entity: message.entity, id: message.id });
          break;
        case 'gone':
          await scopes.drop(message.scope, message);
          touch({ entity: message.entity, id: message.id });
          break;
        case 'result': {
          const key = await putResult(tables, message);
          if (key !== undefined) touch(key);
          results += 1;
          break;
        }
        case 'begin':
        case 'complete':
          break;
      }
    }
    scopes.moveTo(complete.targetSeq);
    if (!complete.more) touch(...(await scopes.sweep()));
    const { removed } = await settleRows(tables, store.identity.deviceId, [...touched.values()]);
    await retryDeferred(tables, store.identity.deviceId);
    if (removed > 0) await forgetWords(tables);
    const differing = complete.more ? [] : scopes.compare(complete.sums);
    await scopes.save();
    await notes.save(store.clock.now());
    await moveState(handle, epoch, complete.targetSeq, store.clock.now());
    return {
      more: complete.more,
      rows: touched.size,
      entities: [...new Set([...touched.values()].map(({ entity }) => entity))],
      results,
      removed,
      differing: differing.length,
    };
  });
}

async function putShadow(
  tables: Tables,
  row: Extract<PullMessage, { type: 'row' }>,
): Promise<void> {
  const columns = { version: row.version, fields: JSON.stringify(row.fields) };
  await tables
    .insertInto('shadow')
    .values({ entity: row.entity, entity_id: row.id, ...columns })
    .onConflict((conflict) => conflict.columns(['entity', 'entity_id']).doUpdateSet(columns))
    .execute();
}

/** The search indexes only mark what is deleted; written anew, they no longer hold its words. */
async function forgetWords(tables: Tables): Promise<void> {
  for (const index of ['contact_text', 'promise_text', 'party_reach', 'party_gram']) {
    await sql`
      insert into ${sql.table(index)} (${sql.ref(index)}) values ('optimize')`.execute(tables);
  }
}

/** Notes how an operation ended. @returns its row, which may look different now. */
async function putResult(tables: Tables, result: ResultMessage): Promise<RowKey | undefined> {
  const operation = await tables
    .selectFrom('operation')
    .select(['entity', 'entity_id'])
    .where('op_id', '=', result.opId)
    .executeTakeFirst();
  // A desk that was restored from an older copy: the centre remembers more of it than it does itself.
  if (operation === undefined) return undefined;
  await tables
    .updateTable('operation')
    .set({ state: result.outcome, receipt: result.receipt })
    .where('op_id', '=', result.opId)
    .execute();
  const needsAttention =
    result.outcome === 'rejected' ||
    result.outcome === 'quarantined' ||
    result.conflicts.length > 0;
  const outcome = {
    code: result.code,
    field: result.field,
    conflicts: JSON.stringify(result.conflicts),
    note: result.note,
    seq: result.seq,
    needs_attention: needsAttention ? 1 : 0,
    resolved_at: null,
  };
  await tables
    .insertInto('operation_outcome')
    .values({ op_id: result.opId, ...outcome })
    // What the officer has settled stays settled when the same outcome comes once more. Another one comes
    // when a supervisor has decided on quarantined work.
    .onConflict((conflict) =>
      conflict.column('op_id').doUpdateSet(outcome).where('operation_outcome.seq', '<', result.seq),
    )
    .execute();
  return { entity: operation.entity, id: operation.entity_id };
}

async function moveState(
  { tables }: WriteHandle,
  epoch: Id,
  resultsSeq: number,
  now: string,
): Promise<void> {
  await tables
    .updateTable('sync_state')
    .set({ epoch, results_seq: resultsSeq, last_contact_at: now })
    .execute();
  await tables.deleteFrom('sync_staged').execute();
}
