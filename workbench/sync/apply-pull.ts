import { sql } from 'kysely';

import type { Id } from '#shared/lib/ids.ts';

import type { WriteHandle } from '../store/handles.ts';
import { dropUpload } from '../store/repositories/blob-repository.ts';
import { noteNewest } from '../store/repositories/zone-territory-repository.ts';
import type { Store } from '../store/store.ts';
import { createArrivals } from './arrivals.ts';
import { breathe } from './breathe.ts';
import { takePullNotes } from './pull-notes.ts';
import { putResult } from './put-result.ts';
import { openRowScopes } from './row-scopes.ts';
import { retryDeferred, settleRows } from './settle-rows.ts';
import { readStage, type StagedPull } from './stage.ts';
import type { Tables } from './tables/entity-table.ts';
import { openTouched } from './touched.ts';

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

/** Messages from which on the indexes of words follow behind the rows. */
const BULK = 1_000;

/**
 * Applies a pull that is complete: rows, what is gone, outcomes, cursors and rights, in one transaction.
 * Applying the same again changes nothing.
 *
 * @param bulkFrom messages from which on the indexes of words follow behind the rows.
 */
export async function applyPull(store: Store, pull: StagedPull, bulkFrom = BULK): Promise<Applied> {
  const { epoch, complete } = pull;
  return store.write(async (handle) => {
    const touched = openTouched(handle);
    const scopes = await openRowScopes(handle, touched);
    const notes = await takePullNotes(handle.tables);
    const bulk = pull.messages >= bulkFrom;
    const arrivals = createArrivals(handle, { scopes, bulk });
    let results = 0;
    for await (const chunk of readStage(handle.tables, pull)) {
      for (const message of chunk) {
        await notes.note(message);
        if (message.type === 'scopes') await scopes.settle(message.scopes);
      }
      const rows = chunk.filter((message) => message.type === 'row');
      touched.add(arrivals.take(rows));
      for (const message of chunk) {
        if (message.type === 'gone') {
          await scopes.drop(message.scope, message);
          if (message.reason !== 'left') await dropUpload(handle, message);
          touched.add([message]);
        } else if (message.type === 'result') {
          const key = await putResult(handle.tables, message);
          // Its row comes in the same pull.
          await handle.tables
            .deleteFrom('answered_ahead')
            .where('op_id', '=', message.opId)
            .execute();
          if (key !== undefined) touched.add([key]);
          results += 1;
        }
      }
      await breathe(chunk);
    }
    arrivals.end();
    scopes.moveTo(complete.targetSeq);
    if (!complete.more) await scopes.sweep();
    const rows = touched.count + arrivals.fresh;
    const entities = [...new Set([...touched.entities(), ...arrivals.entities])];
    const { deviceId, officerId } = store.identity;
    const settling = { handle, deviceId, officerId };
    const removed = await settleRows(settling, touched);
    touched.clear();
    await retryDeferred(settling);
    if (removed > 0) await forgetWords(handle.tables);
    const differing = complete.more ? [] : scopes.compare(complete.sums);
    scopes.save();
    await notes.save(store.clock.now());
    await noteNewest(handle, pull.territory, store.clock.now());
    await moveState(handle, epoch, complete.targetSeq, store.clock.now());
    return {
      more: complete.more,
      rows,
      entities,
      results,
      removed,
      differing: differing.length,
    };
  });
}

/** The search indexes only mark what is deleted; written anew, they no longer hold its words. */
async function forgetWords(tables: Tables): Promise<void> {
  for (const index of ['contact_text', 'promise_text', 'party_reach', 'party_gram']) {
    await sql`
      insert into ${sql.table(index)} (${sql.ref(index)}) values ('optimize')`.execute(tables);
  }
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
