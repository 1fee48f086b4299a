import type { Id } from '#shared/lib/ids.ts';
import type { CompleteMessage, PullMessage } from '#shared/protocol/pull.ts';
import type { TerritoryVersion } from '#shared/protocol/territory.ts';

import type { Store } from '../store/store.ts';
import { CentreUnreachable } from './centre.ts';
import type { Tables } from './tables/entity-table.ts';

/** Messages that are applied at a stretch; between two such chunks others get their turn. */
export const CHUNK = 250;
/** Characters of a pull that are kept in memory; what goes beyond lies on the disk meanwhile. */
const IN_MEMORY = 32_000_000;

export interface StagedPull {
  readonly epoch: Id;
  /** The centre's clock when it began. */
  readonly centreNow: string;
  readonly complete: CompleteMessage;
  /** The newest version of the zone's territory. */
  readonly territory: TerritoryVersion | null;
  /** Nothing may be seen, not even what everybody may: the account was closed. */
  readonly seesNothing: boolean;
  readonly messages: number;
  /** JSON of the last messages, in chunks; those before them are in the table. */
  readonly inMemory: readonly string[];
}

/**
 * Keeps a pull as it comes in, beside everything else: it counts only once it is complete. Throws
 * CentreUnreachable when it ends before that.
 */
export async function stagePull(
  store: Store,
  messages: AsyncIterable<PullMessage>,
): Promise<StagedPull> {
  const stage = createStage(store);
  await stage.clear();
  let begin: Extract<PullMessage, { type: 'begin' }> | undefined;
  let complete: CompleteMessage | undefined;
  let seesNothing = false;
  for await (const message of messages) {
    if (begin === undefined) {
      if (message.type !== 'begin') throw new CentreUnreachable();
      begin = message;
    } else if (message.type === 'complete') {
      complete = message;
      break;
    } else {
      if (message.type === 'scopes') seesNothing = Object.keys(message.scopes).length === 0;
      if (stage.put(message)) await stage.spill();
    }
  }
  if (begin === undefined || complete === undefined) throw new CentreUnreachable();
  const { epoch, now: centreNow, territory } = begin;
  return { epoch, centreNow, territory, seesNothing, complete, ...stage.rest() };
}

function createStage(store: Store) {
  let messages = 0;
  let waiting: PullMessage[] = [];
  let chunks: string[] = [];
  let characters = 0;
  const close = (): void => {
    if (waiting.length === 0) return;
    const chunk = JSON.stringify(waiting);
    waiting = [];
    chunks.push(chunk);
    characters += chunk.length;
  };
  return {
    async clear(): Promise<void> {
      const left = await store.read.selectFrom('sync_staged').select('position').executeTakeFirst();
      if (left === undefined) return;
      await store.write(async ({ tables }) => {
        await tables.deleteFrom('sync_staged').execute();
      });
    },
    /** @returns whether there is more than memory should hold. */
    put(message: PullMessage): boolean {
      messages += 1;
      waiting.push(message);
      if (waiting.length >= CHUNK) close();
      return characters > IN_MEMORY;
    },
    async spill(): Promise<void> {
      const full = chunks;
      chunks = [];
      characters = 0;
      await store.write(async ({ prepare }) => {
        const insert = prepare('insert into sync_staged (message) values (?)');
        for (const chunk of full) insert.run(chunk);
      });
    },
    rest(): { readonly messages: number; readonly inMemory: readonly string[] } {
      close();
      return { messages, inMemory: chunks };
    },
  };
}

/** The staged messages in their order, chunk by chunk. */
export async function* readStage(
  tables: Tables,
  { inMemory }: Pick<StagedPull, 'inMemory'>,
): AsyncGenerator<readonly PullMessage[]> {
  for (let last = 0; ;) {
    const row = await tables
      .selectFrom('sync_staged')
      .select(['position', 'message'])
      .where('position', '>', last)
      .orderBy('position')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) break;
    last = row.position;
    yield chunkOf(row.message);
  }
  for (const chunk of inMemory) yield chunkOf(chunk);
}

/** What was staged had been checked by the wire's schema. */
function chunkOf(text: string): readonly PullMessage[] {
  return JSON.parse(text) as readonly PullMessage[];
}
