import type { Id } from '#shared/lib/ids.ts';
import type { CompleteMessage, PullMessage } from '#shared/protocol/pull.ts';

import type { Store } from '../store/store.ts';
import { CentreUnreachable } from './centre.ts';
import type { Tables } from './tables/entity-table.ts';

/** Messages that go to disk at once. */
const BATCH = 500;

export interface StagedPull {
  readonly epoch: Id;
  /** The centre's clock when it began. */
  readonly centreNow: string;
  readonly complete: CompleteMessage;
}

/**
 * Stores a pull as it comes in, beside everything else: it counts only once it is complete. Throws
 * CentreUnreachable when it ends before that.
 */
export async function stagePull(
  store: Store,
  messages: AsyncIterable<PullMessage>,
): Promise<StagedPull> {
  await store.write(async ({ tables }) => {
    await tables.deleteFrom('sync_staged').execute();
  });
  let begin: Extract<PullMessage, { type: 'begin' }> | undefined;
  let complete: CompleteMessage | undefined;
  let waiting: PullMessage[] = [];
  const flush = async (): Promise<void> => {
    const rows = waiting.map((message) => ({ message: JSON.stringify(message) }));
    waiting = [];
    if (rows.length === 0) return;
    await store.write(async ({ tables }) => {
      await tables.insertInto('sync_staged').values(rows).execute();
    });
  };
  for await (const message of messages) {
    if (begin === undefined) {
      if (message.type !== 'begin') throw new CentreUnreachable();
      begin = message;
    } else if (message.type === 'complete') {
      complete = message;
      break;
    } else {
      waiting.push(message);
      if (waiting.length >= BATCH) await flush();
    }
  }
  if (begin === undefined || complete === undefined) throw new CentreUnreachable();
  await flush();
  return { epoch: begin.epoch, centreNow: begin.now, complete };
}

/** The staged messages in their order, some at a time. */
export async function* readStage(tables: Tables): AsyncGenerator<PullMessage> {
  for (let last = 0; ;) {
    const rows = await tables
      .selectFrom('sync_staged')
      .select(['position', 'message'])
      .where('position', '>', last)
      .orderBy('position')
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return;
    for (const row of rows) {
      last = row.position;
      // What was written here had been checked by the wire's schema.
      yield JSON.parse(row.message) as PullMessage;
    }
  }
}
