import type { Id } from '#shared/lib/ids.ts';
import type { Seq } from '#shared/protocol/basics.ts';

import type { CentralRead, CentralStore, CentralWrite, Viewer, Written } from '../central-store.ts';
import { ConcurrentChange, isEmpty, keyOf, nothingPending } from '../commit.ts';
import { type FeedEntry, inQuarantine, type RowKey } from '../records.ts';
import { memoryBlobs } from './memory-blobs.ts';
import { commitClock, type MemoryClock } from './memory-clock.ts';
import { type MemoryDirectory, memoryDirectory } from './memory-directory.ts';
import { memoryTerritories } from './memory-territories.ts';
import { memoryWrite } from './memory-write.ts';
import { commitTo, copyZone, emptyZone, requireUnchangedIn, type ZoneState } from './zone-state.ts';

export interface MemoryStoreOptions {
  /** Called where other transactions may come in between; for the simulation. */
  readonly pause?: (point: 'write' | 'commit' | 'page') => Promise<void>;
  /** Continues after `start`. */
  readonly clock?: (start: Seq) => MemoryClock;
  /** Rows of a page of changes. */
  readonly pageRows?: number;
}

/** The centre of the simulation: nothing survives it, and it behaves as the database does. */
export interface MemoryStore extends CentralStore {
  /** Copies all rows and operations, as a backup does; what it gives puts them back. */
  backup(): () => void;
  /** The state of a zone, for tests that compare. */
  zoneState(zoneId: Id): ZoneState;
}

export function memoryStore(options: MemoryStoreOptions = {}): MemoryStore {
  const pause = options.pause ?? (() => Promise.resolve());
  const makeClock = options.clock ?? commitClock;
  const pageRows = options.pageRows ?? 500;
  const zones = new Map<Id, ZoneState>();
  const clocks = new Map<Id, MemoryClock>();
  const locks = new Map<Id, Promise<void>>();
  const listeners = new Set<(zoneId: Id, seq: Seq) => void>();
  const directory = memoryDirectory((zoneId) => stateOf(zoneId).acts);

  const stateOf = (zoneId: Id): ZoneState => {
    const state = zones.get(zoneId) ?? emptyZone();
    zones.set(zoneId, state);
    return state;
  };
  const clockOf = (zoneId: Id): MemoryClock => {
    const clock = clocks.get(zoneId) ?? makeClock(stateOf(zoneId).seq);
    clocks.set(zoneId, clock);
    return clock;
  };

  async function attempt<Value>(
    zoneId: Id,
    work: (transaction: CentralWrite) => Promise<Value>,
  ): Promise<Written<Value>> {
    const state = stateOf(zoneId);
    const pending = nothingPending();
    const held: (() => void)[] = [];
    const undone: (() => void)[] = [];
    const clock = clockOf(zoneId);
    const begun = clock.begin();
    try {
      const value = await work(
        memoryWrite({ state, directory, zoneId, pending, locks, held, undone }),
      );
      await pause('commit');
      if (isEmpty(pending)) return { value, seq: null, operations: [] };
      requireUnchangedIn(state, pending);
      const seq = clock.commit(begun);
      const operations = commitTo(state, pending, seq);
      for (const listener of listeners) listener(zoneId, seq);
      return { value, seq, operations };
    } catch (cause) {
      for (const undo of undone) undo();
      throw cause;
    } finally {
      for (const release of held) release();
    }
  }

  return {
    directory,
    blobs: memoryBlobs(stateOf),
    territories: memoryTerritories(stateOf, directory),
    async write(zoneId, work) {
      for (;;) {
        await pause('write');
        try {
          return await attempt(zoneId, work);
        } catch (cause) {
          if (!(cause instanceof ConcurrentChange)) throw cause;
        }
      }
    },
    async read(viewer, work) {
      const state = copyZone(stateOf(viewer.zoneId));
      return work(readOf(state, directory, viewer, pageRows, () => pause('page')));
    },
    async clearTraces(zoneId, upTo) {
      const state = stateOf(zoneId);
      state.horizon = Math.max(state.horizon, Math.min(upTo, state.seq));
      const old = [...state.index].filter(
        ([, entry]) => entry.state !== 'present' && entry.seq <= state.horizon,
      );
      for (const [key] of old) state.index.delete(key);
      return old.length;
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
    backup() {
      const copies = [...zones].map(([id, state]) => [id, copyZone(state)] as const);
      return () => {
        for (const [id, copy] of copies) zones.set(id, copyZone(copy));
        clocks.clear();
      };
    },
    zoneState: stateOf,
  };
}

function readOf(
  state: ZoneState,
  directory: MemoryDirectory,
  viewer: Viewer,
  pageRows: number,
  pause: () => Promise<void>,
): CentralRead {
  return {
    outset: async () => ({
      zone: await directory.requireZone(viewer.zoneId),
      place: { seq: state.seq, horizon: state.horizon },
      rights: await directory.rightsSnapshot(viewer.zoneId, viewer.officerId),
    }),
    row: (key) => Promise.resolve(state.rows.get(keyOf(key))),
    lastDeviceSeq: () => Promise.resolve(state.lastDeviceSeq.get(viewer.deviceId) ?? 0),
    async *changes(cursors) {
      const entries = [...state.index.values()]
        .filter(({ scope, seq }) => seq > (cursors.get(scope) ?? Infinity))
        .sort((one, other) => one.seq - other.seq || (orderOf(one) < orderOf(other) ? -1 : 1));
      for (let at = 0; at < entries.length; at += pageRows) {
        await pause();
        yield entries.slice(at, at + pageRows).map((entry): FeedEntry => {
          const row = entry.state === 'present' ? state.rows.get(keyOf(entry))?.row : undefined;
          return { ...entry, row: row ? { version: row.version, fields: row.fields } : null };
        });
      }
    },
    async closing({ after, upTo, scopes }) {
      const results = [...state.operations.values()]
        .filter(({ deviceId }) => deviceId === viewer.deviceId)
        .map(({ result }) => result)
        .filter(({ seq }) => seq > after && seq <= upTo)
        .sort((one, other) => one.seq - other.seq || one.deviceSeq - other.deviceSeq);
      const sums = new Map(
        scopes.flatMap((scope) => {
          const sum = state.sums.get(scope);
          return sum ? [[scope, sum] as const] : [];
        }),
      );
      return { results, sums };
    },
    setAside: async (opIds) => opIds.flatMap((opId) => inQuarantine(state.operations.get(opId))),
  };
}

function orderOf({ entity, id, scope }: RowKey & { readonly scope: string }): string {
  return `${entity} ${id} ${scope}`;
}
