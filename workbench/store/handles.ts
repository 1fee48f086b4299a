import type { Kysely, Transaction } from 'kysely';

import type { Change, Entity } from '#shared/domain/operations/operation.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { Schema } from './schema.ts';

/**
 * Read and write handles are different types over different connections, so that a query that is
 * handed a ReadHandle cannot change anything: neither by its type nor by its connection.
 */
export type ReadHandle = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'selectNoFrom' | 'fn'>;

/** Inside one transaction: the tables, and the one way to account for what was changed. */
export interface WriteHandle {
  readonly tables: Transaction<Schema>;
  /**
   * Writes the operation that accounts for a change, in the transaction of the change.
   * The author, the desk, the moment and the sequence number are the store's to fill in.
   */
  record(entry: OperationEntry): Promise<void>;
  /**
   * SQL on the connection of this transaction, for rows by the thousand: kept from one transaction to the
   * next, and run without a promise for each row.
   */
  prepare(sql: string): PreparedStatement;
}

/** A statement that runs at once; its values stand for the question marks. */
export interface PreparedStatement {
  /** How many rows were put in, changed or taken away, without those that triggers touched. */
  run(...values: readonly SqlValue[]): { readonly changes: number };
  get(...values: readonly SqlValue[]): unknown;
  all(...values: readonly SqlValue[]): readonly unknown[];
}
export type SqlValue = string | number | null;

export interface OperationEntry {
  readonly entity: Entity;
  readonly entityId: Id;
  /** Version of the row before the change; 0 when it did not exist. */
  readonly baseVersion: number;
  readonly change: Change;
  /** The row whose last change this one falls with: where the centre refuses that, it refuses this too. */
  readonly follows?: { readonly entity: Entity; readonly entityId: Id };
}
