import type { Id } from '#shared/lib/ids.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import type { PullRequest } from '#shared/protocol/pull.ts';

import { zoneTerritory } from '../store/repositories/zone-territory-repository.ts';
import type { Store } from '../store/store.ts';
import { applyPull } from './apply-pull.ts';
import { CentreError, type CentreTransport } from './centre.ts';
import { beginEpoch, notePushed, type PushBatch, takeBatch } from './outbox.ts';
import { stagePull } from './stage.ts';

/** Places where the process may end; the simulation ends it there. */
export type SyncPoint =
  'before-push' | 'after-push' | 'pushed' | 'before-apply' | 'applied' | 'epoch-changed';

export interface SyncEngineOptions {
  readonly store: Store;
  readonly centre: CentreTransport;
  /** Messages of a pull from which on the indexes of words follow behind the rows. */
  readonly bulkFrom?: number;
  /** Called at each point, for tests; what it throws ends the round. */
  readonly at?: (point: SyncPoint) => Promise<void>;
}

export interface SyncRound {
  readonly pushed: number;
  readonly rows: number;
  /** What the rows that changed are. */
  readonly entities: readonly string[];
  readonly results: number;
  readonly removed: number;
  readonly differing: number;
  /** The officer's account was closed: the centre took what was sent, and shows nothing. */
  readonly isClosed: boolean;
  /** The commit of the centre up to which everything has been received. */
  readonly reached: Seq;
}

export interface SyncEngine {
  /**
   * Pushes what waits and pulls what is new, until neither side has more. Two at once are one.
   * Throws CentreUnreachable, or CentreError when the centre refuses; whatever was done by then holds.
   */
  round(signal: AbortSignal): Promise<SyncRound>;
}

/** Answers after which only a person can help: going on would harm. */
const BLOCKING: readonly string[] = ['SEQUENCE_REUSED', 'OPERATION_ALTERED', 'OFFICER_MISMATCH'];
/** A scope that differs is fetched again this often in one round, and then in the next one. */
const REPAIRS = 2;
/** Misunderstandings about numbers that are cleared up in one round; more is a defect. */
const RECOVERIES = 10;

export function createSyncEngine(options: SyncEngineOptions): SyncEngine {
  const { store, centre } = options;
  const at = options.at ?? (() => Promise.resolve());
  let running: Promise<SyncRound> | undefined;
  let recoveries = 0;

  /**
   * Sends one batch, and gets the next one ready while the centre decides.
   *
   * @returns the next one, to be sent when this one is noted.
   */
  const pushOne = async ({ epoch, waiting, operations }: PushBatch): Promise<PushBatch> => {
    const { deviceId } = store.identity;
    const answering = centre.push({ deviceId, epoch, waiting, operations: [...operations] });
    const next = takeBatch(store, operations.at(-1)?.deviceSeq);
    const [answered, taken] = await Promise.allSettled([answering, next]);
    if (answered.status === 'rejected') throw answered.reason;
    await at('after-push');
    await notePushed(store, answered.value.lastDeviceSeq, answered.value.epoch);
    await at('pushed');
    if (taken.status === 'rejected') throw taken.reason;
    return taken.value;
  };

  /** @returns how many were pushed. */
  const pushAll = async (signal: AbortSignal): Promise<number> => {
    let pushed = 0;
    let batch = await takeBatch(store);
    while (batch.operations.length > 0) {
      signal.throwIfAborted();
      await at('before-push');
      try {
        const next = await pushOne(batch);
        pushed += batch.operations.length;
        batch = next;
      } catch (cause) {
        if (!(cause instanceof CentreError)) throw cause;
        await recover(cause);
        batch = await takeBatch(store);
      }
    }
    return pushed;
  };

  const pullAll = async (signal: AbortSignal): Promise<Omit<SyncRound, 'pushed'>> => {
    let [rows, results, removed, differing, reached] = [0, 0, 0, 0, 0];
    const entities = new Set<string>();
    for (let repairs = 0; ;) {
      signal.throwIfAborted();
      try {
        const request = await pullRequest(store);
        const staged = await stagePull(store, centre.pull(request, signal));
        await at('before-apply');
        const applied = await applyPull(store, staged, options.bulkFrom);
        await at('applied');
        rows += applied.rows;
        for (const entity of applied.entities) entities.add(entity);
        results += applied.results;
        removed += applied.removed;
        differing += applied.differing;
        reached = staged.complete.targetSeq;
        if (applied.more) continue;
        if (applied.differing === 0 || repairs >= REPAIRS) {
          const counts = { rows, results, removed, differing };
          return { ...counts, entities: [...entities], isClosed: staged.seesNothing, reached };
        }
        repairs += 1;
      } catch (cause) {
        if (!(cause instanceof CentreError)) throw cause;
        await recover(cause);
        // What the restored centre no longer knows comes first.
        await pushAll(signal);
      }
    }
  };

  const recover = async (cause: CentreError): Promise<void> => {
    const { expected, epoch } = cause.data;
    recoveries += 1;
    if (recoveries > RECOVERIES) throw cause;
    if (cause.code === 'EPOCH_CHANGED' && epoch !== undefined && expected !== undefined) {
      await beginEpoch(store, epoch, expected);
      await at('epoch-changed');
      return;
    }
    if (cause.code === 'SEQUENCE_GAP' && expected !== undefined) {
      await notePushed(store, expected - 1);
      return;
    }
    if (BLOCKING.includes(cause.code)) await noteBlocked(store, cause.code);
    throw cause;
  };

  return {
    round(signal) {
      running ??= (async () => {
        recoveries = 0;
        const pushed = await pushAll(signal);
        return { pushed, ...(await pullAll(signal)) };
      })().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

async function pullRequest(store: Store): Promise<PullRequest> {
  const { read } = store;
  const state = await read
    .selectFrom('sync_state')
    .select(['epoch', 'results_seq'])
    .executeTakeFirstOrThrow();
  const scopes = await read.selectFrom('sync_scope').select(['scope', 'cursor']).execute();
  const deviceId: Id = store.identity.deviceId;
  const { here } = await zoneTerritory(read);
  return {
    deviceId,
    epoch: state.epoch,
    cursors: Object.fromEntries(scopes.map(({ scope, cursor }) => [scope, cursor])),
    resultsAfter: state.results_seq,
    territory: here?.version.hash ?? null,
  };
}

async function noteBlocked(store: Store, code: string): Promise<void> {
  await store.write(async ({ tables }) => {
    await tables.updateTable('sync_state').set({ blocked: code }).execute();
  });
}
