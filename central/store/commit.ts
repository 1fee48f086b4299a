import type { Scope } from '#shared/domain/operations/scopes.ts';
import {
  combineDigests,
  EMPTY_DIGEST,
  memberDigest,
  type SetDigest,
} from '#shared/lib/set-digest.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import { sumMember } from '#shared/protocol/pull.ts';

import type { ActRecord, DecidedOperation, RowKey, StoredOperation, StoredRow } from './records.ts';

/** What a transaction put, before it is stored. Every store commits by this, so that they cannot differ. */
export interface Pending {
  /** Rows as they were read, by key. */
  readonly read: Map<string, StoredRow>;
  readonly rows: Map<string, StoredRow>;
  readonly operations: DecidedOperation[];
  /** Operations that were quarantined, and how they end now. */
  readonly decisions: DecidedOperation[];
  act: Omit<ActRecord, 'seq'> | null;
}

export function nothingPending(): Pending {
  return { read: new Map(), rows: new Map(), operations: [], decisions: [], act: null };
}

export function isEmpty({ rows, operations, decisions, act }: Pending): boolean {
  return rows.size === 0 && operations.length === 0 && decisions.length === 0 && act === null;
}

export function keyOf({ entity, id }: RowKey): string {
  return `${entity} ${id}`;
}

/** A row changed between reading and committing: the transaction is run again. */
export class ConcurrentChange extends Error {
  override readonly name = 'ConcurrentChange';
}

export interface ScopeEntry extends RowKey {
  readonly scope: Scope;
  readonly state: 'present' | 'left' | 'deleted' | 'erased';
}

export interface SumChange {
  /** Rows more or fewer. */
  readonly rows: number;
  readonly digest: SetDigest;
}

/** What committing these rows does to the index of scopes and to their sums, in a fixed order. */
export function scopeChanges(pending: Pending): {
  readonly entries: readonly ScopeEntry[];
  readonly sums: ReadonlyMap<Scope, SumChange>;
} {
  const entries: ScopeEntry[] = [];
  const sums = new Map<Scope, SumChange>();
  const count = (scope: Scope, rows: 1 | -1, member: string): void => {
    const sum = sums.get(scope) ?? { rows: 0, digest: EMPTY_DIGEST };
    sums.set(scope, {
      rows: sum.rows + rows,
      digest: combineDigests(sum.digest, memberDigest(member)),
    });
  };
  for (const [key, after] of pending.rows) {
    const before = pending.read.get(key);
    const { entity, id } = after;
    for (const scope of before?.scopes ?? []) {
      count(scope, -1, sumMember(entity, id, before?.row.version ?? 0));
      if (after.scopes.includes(scope)) continue;
      const state = after.row.state === 'present' ? 'left' : after.row.state;
      entries.push({ entity, id, scope, state });
    }
    for (const scope of after.scopes) {
      count(scope, 1, sumMember(entity, id, after.row.version));
      entries.push({ entity, id, scope, state: 'present' });
    }
  }
  entries.sort((one, other) => (entryOrder(one) < entryOrder(other) ? -1 : 1));
  return { entries, sums: new Map([...sums].sort(([one], [other]) => (one < other ? -1 : 1))) };
}

/** The operations of a commit with their place and receipt: the commit's number and a count in it. */
export function numberOperations(
  { operations, decisions }: Pick<Pending, 'operations' | 'decisions'>,
  seq: Seq,
): {
  readonly operations: readonly StoredOperation[];
  readonly decisions: readonly StoredOperation[];
} {
  const numbered = [...operations, ...decisions].map((operation, index) => ({
    ...operation,
    result: { ...operation.result, seq, receipt: `${seq}-${index + 1}` },
  }));
  return {
    operations: numbered.slice(0, operations.length),
    decisions: numbered.slice(operations.length),
  };
}

function entryOrder({ entity, id, scope }: ScopeEntry): string {
  return `${scope} ${entity} ${id}`;
}
