import type { Id } from '#shared/lib/ids.ts';

import type { CentralWrite } from '../central-store.ts';
import { keyOf, noteRead, type Pending } from '../commit.ts';
import { inQuarantine, released } from '../records.ts';
import type { MemoryDirectory } from './memory-directory.ts';
import { childrenIn, type ZoneState } from './zone-state.ts';

export interface MemoryTransaction {
  readonly state: ZoneState;
  readonly directory: MemoryDirectory;
  readonly zoneId: Id;
  readonly pending: Pending;
  /** Of all transactions: who waits for whom. */
  readonly locks: Map<Id, Promise<void>>;
  /** Called when the transaction ends. */
  readonly held: (() => void)[];
  /** Called when it fails. */
  readonly undone: (() => void)[];
}

export function memoryWrite(transaction: MemoryTransaction): CentralWrite {
  const { state, directory, zoneId, pending } = transaction;
  return {
    zone: () => directory.requireZone(zoneId),
    async lockDesk(deviceId) {
      await lock(transaction, deviceId);
      return state.lastDeviceSeq.get(deviceId) ?? 0;
    },
    async operations(opIds) {
      return opIds.flatMap((opId) => state.operations.get(opId) ?? []);
    },
    async rows(keys) {
      return noteRead(
        pending,
        keys.flatMap((key) => state.rows.get(keyOf(key)) ?? []),
      );
    },
    async childrenOf(keys) {
      return noteRead(pending, childrenIn(state, keys));
    },
    async rowsOf(entity) {
      return noteRead(
        pending,
        [...state.rows.values()].filter((row) => row.entity === entity),
      );
    },
    rights: (officerId) => directory.rightsSnapshot(zoneId, officerId),
    async directory() {
      await lock(transaction, zoneId);
      transaction.undone.push(directory.copy(zoneId));
      return directory;
    },
    async quarantined({ after, limit, deviceId }) {
      return [...state.operations.values()]
        .flatMap((operation) => inQuarantine(operation))
        .filter((operation) => deviceId === undefined || operation.deviceId === deviceId)
        .filter(({ opId }) => after === null || opId > after)
        .sort((one, other) => (one.opId < other.opId ? -1 : 1))
        .slice(0, limit);
    },
    putRow: (row) => pending.rows.set(keyOf(row), row),
    putOperation: (operation) => pending.operations.push(operation),
    putDecision: (operation, result) => pending.decisions.push(released(operation, result)),
    putAct(act) {
      pending.act = act;
    },
  };
}

/** Waits until no other transaction holds it, and holds it until this one ends. */
async function lock({ locks, held }: MemoryTransaction, key: Id): Promise<void> {
  while (locks.has(key)) await locks.get(key);
  const { promise, resolve } = Promise.withResolvers<undefined>();
  locks.set(key, promise);
  held.push(() => {
    locks.delete(key);
    resolve(undefined);
  });
}
