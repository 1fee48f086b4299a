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

/** Notes rows as they were read. Throws ConcurrentChange when one is no longer as it was read before. */
export function noteRead(pending: Pending, rows: readonly StoredRow[]): readonly StoredRow[] {
  for (const row of rows) {
    const before = pending.read.get(keyOf(row));
    if (before !== undefined && !isSame(before, row)) throw new ConcurrentChange();
    pending.read.set(keyOf(row), row);
  }
  return rows;
}

/**
 * What must still be as it was read when this is committed: the rows that were put, those they hang on, and those
 * that operations are about. One that changed nothing said so of the row as it was.
 */
export function reliedOn(pending: Pending): readonly RowKey[] {
  const put = [...pending.rows.values()].flatMap((row) => {
    const { parent } = row;
    const alone = parent === null || row.row.state !== 'present' || pending.rows.has(keyOf(parent));
    return alone ? [row] : [row, parent];
  });
  const said = pending.operations.map(({ entity, entityId: id }) => ({ entity, id }));
  return distinct([...put, ...said]);
}

/**
 * All that is compared before this is committed: what it relies on, and every row that it looked at. Of the
 * latter only whether they were erased meanwhile matters.
 */
export function comparedWith(pending: Pending): readonly RowKey[] {
  return distinct([...reliedOn(pending), ...pending.read.values()]);
}

function distinct(keys: readonly RowKey[]): readonly RowKey[] {
  return [...new Map(keys.map((key) => [keyOf(key), key])).values()];
}

/** Rows that were put elsewhere, or that are gone now: what hangs on them goes along. */
export function movedRows(pending: Pending): readonly StoredRow[] {
  return [...pending.rows.values()].filter((row) => {
    const before = pending.read.get(keyOf(row));
    return before !== undefined && placeOf(before) !== placeOf(row);
  });
}

/**
 * Throws ConcurrentChange unless everything is as the transaction read it. The version does not say it
 * alone: a row that moves because the row it hangs on has moved keeps its version. What was erased meanwhile
 * must not be quoted either.
 *
 * @param now the rows of `comparedWith`, as far as they exist.
 * @param children all that hangs on the rows of `movedRows`.
 */
export function requireUnchanged(
  pending: Pending,
  now: readonly StoredRow[],
  children: readonly StoredRow[],
): void {
  const stored = new Map(now.map((row) => [keyOf(row), row]));
  for (const key of reliedOn(pending).map(keyOf)) {
    const [before, after] = [pending.read.get(key), stored.get(key)];
    const same =
      before === undefined || after === undefined ? before === after : isSame(before, after);
    if (!same) throw new ConcurrentChange();
  }
  for (const [key, { row }] of stored) {
    const wasErased = pending.read.get(key)?.row.state === 'erased';
    if (row.state === 'erased' && !wasErased) throw new ConcurrentChange();
  }
  // What was hung on it meanwhile would stay behind.
  if (children.some((child) => !pending.rows.has(keyOf(child)))) throw new ConcurrentChange();
}

function isSame(one: StoredRow, other: StoredRow): boolean {
  return one.row.version === other.row.version && placeOf(one) === placeOf(other);
}

function placeOf({ row, scopes }: StoredRow): string {
  return `${row.state} ${[...scopes].sort().join(' ')}`;
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
