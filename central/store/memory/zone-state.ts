import type { Scope } from '#shared/domain/operations/scopes.ts';
import type { Id } from '#shared/lib/ids.ts';
import { combineDigests, EMPTY_DIGEST } from '#shared/lib/set-digest.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import type { ScopeSum } from '#shared/protocol/pull.ts';

import {
  comparedWith,
  keyOf,
  movedRows,
  numberOperations,
  type Pending,
  requireUnchanged,
  scopeChanges,
  type ScopeEntry,
} from '../commit.ts';
import {
  type ActRecord,
  type RowKey,
  saidIn,
  type StoredOperation,
  type StoredRow,
} from '../records.ts';

/** Everything of one zone. Records are never changed in place, so that a copy of the maps is a snapshot. */
export interface ZoneState {
  readonly rows: Map<string, StoredRow>;
  readonly index: Map<string, ScopeEntry & { readonly seq: Seq }>;
  readonly sums: Map<Scope, ScopeSum>;
  readonly operations: Map<Id, StoredOperation>;
  readonly lastDeviceSeq: Map<Id, number>;
  readonly acts: ActRecord[];
  /** Bytes that came of the blob of a row. */
  readonly blobs: Map<string, Uint8Array>;
  /** The same of rows that were set aside, by the operation that announces them. */
  readonly setAside: Map<Id, Uint8Array>;
  /** Bytes that came of packages of territories, by hash. */
  readonly territories: Map<string, Uint8Array>;
  seq: Seq;
  /** Traces of what is gone have been cleared up to here. */
  horizon: Seq;
}

export function emptyZone(): ZoneState {
  return {
    rows: new Map(),
    index: new Map(),
    sums: new Map(),
    operations: new Map(),
    lastDeviceSeq: new Map(),
    acts: [],
    blobs: new Map(),
    setAside: new Map(),
    territories: new Map(),
    seq: 0,
    horizon: 0,
  };
}

export function copyZone(state: ZoneState): ZoneState {
  return {
    rows: new Map(state.rows),
    index: new Map(state.index),
    sums: new Map(state.sums),
    operations: new Map(state.operations),
    lastDeviceSeq: new Map(state.lastDeviceSeq),
    acts: [...state.acts],
    blobs: new Map(state.blobs),
    setAside: new Map(state.setAside),
    territories: new Map(state.territories),
    seq: state.seq,
    horizon: state.horizon,
  };
}

/** Throws ConcurrentChange when something is not as the transaction read it. */
export function requireUnchangedIn(state: ZoneState, pending: Pending): void {
  const now = comparedWith(pending).flatMap((key) => state.rows.get(keyOf(key)) ?? []);
  requireUnchanged(pending, now, childrenIn(state, movedRows(pending)));
}

export function childrenIn(state: ZoneState, keys: readonly RowKey[]): readonly StoredRow[] {
  const parents = new Set(keys.map(keyOf));
  if (parents.size === 0) return [];
  return [...state.rows.values()].filter(
    ({ parent }) => parent !== null && parents.has(keyOf(parent)),
  );
}

/** Stores what a transaction put, all at once, at `seq`. */
export function commitTo(state: ZoneState, pending: Pending, seq: Seq): readonly StoredOperation[] {
  const { entries, sums } = scopeChanges(pending);
  for (const [key, row] of pending.rows) {
    state.rows.set(key, row);
    if (row.row.state !== 'present') state.blobs.delete(key);
    if (row.row.state === 'erased') forget(state, key);
  }
  for (const entry of entries) state.index.set(`${entry.scope} ${keyOf(entry)}`, { ...entry, seq });
  for (const [scope, change] of sums) {
    const sum = state.sums.get(scope) ?? { rows: 0, digest: EMPTY_DIGEST };
    state.sums.set(scope, {
      rows: sum.rows + change.rows,
      digest: combineDigests(sum.digest, change.digest),
    });
  }
  const { operations, decisions } = numberOperations(pending, seq);
  for (const operation of [...operations, ...decisions]) {
    state.operations.set(operation.opId, operation);
    const last = state.lastDeviceSeq.get(operation.deviceId) ?? 0;
    state.lastDeviceSeq.set(operation.deviceId, Math.max(last, operation.deviceSeq));
  }
  for (const decision of decisions) leaveQuarantine(state, decision);
  if (pending.act !== null) state.acts.push({ ...pending.act, seq });
  state.seq = Math.max(state.seq, seq);
  return operations;
}

/** Bytes that waited go to the row that was released, or else with the operation. */
function leaveQuarantine(state: ZoneState, decision: StoredOperation): void {
  const { opId, deviceId, entity, entityId, change, result } = decision;
  const bytes = state.setAside.get(opId);
  state.setAside.delete(opId);
  const key = keyOf({ entity, id: entityId });
  const row = state.rows.get(key)?.row;
  if (bytes === undefined || row?.state !== 'present' || row.createdBy !== deviceId) return;
  const hash = change === null ? undefined : saidIn(change)['hash'];
  const isTaken = result.outcome === 'accepted' || result.outcome === 'merged';
  if (isTaken && row.fields['hash'] === hash && !state.blobs.has(key)) state.blobs.set(key, bytes);
}

/** What operations on an erased row said goes with it; that they were done stays. */
function forget(state: ZoneState, key: string): void {
  for (const [opId, operation] of state.operations) {
    if (keyOf({ entity: operation.entity, id: operation.entityId }) !== key) continue;
    const result = { ...operation.result, conflicts: [] };
    state.operations.set(opId, { ...operation, change: null, result });
  }
}
