import type { Entity } from '#shared/domain/operations/operation.ts';
import type { Scope } from '#shared/domain/operations/scopes.ts';
import type { Id } from '#shared/lib/ids.ts';
import type { Seq } from '#shared/protocol/basics.ts';
import type { ScopeSum } from '#shared/protocol/pull.ts';
import type { OperationResult } from '#shared/protocol/push.ts';

import type { BlobStore } from './blob-store.ts';
import type { Directory } from './directory.ts';
import type {
  ActRecord,
  DecidedOperation,
  FeedEntry,
  QuarantinedOperation,
  RightsSnapshot,
  RowKey,
  StoredOperation,
  StoredRow,
  Viewer,
  ZoneRecord,
} from './records.ts';
import type { TerritoryStore } from './territory-store.ts';

export type { Viewer };

/**
 * What the centre keeps, of many zones. Implementations: PostgreSQL, PGlite and memory; one contract
 * suite (`tests/central/store-suite.ts`) holds for all.
 */
export interface CentralStore {
  /**
   * Runs `work` in one transaction and commits what it put, all with one place in the zone's order,
   * which is taken last: whoever sees a commit has seen all before it. When another transaction changed
   * a row that `work` had read and put, `work` is run again from the start.
   *
   * @param writer whose rights the database itself judges every row by; without, nobody's.
   */
  write<Value>(
    zoneId: Id,
    work: (transaction: CentralWrite) => Promise<Value>,
    writer?: Viewer,
  ): Promise<Written<Value>>;
  /** Runs `work` on one unchanging state of the zone, with nothing in reach but what `viewer` may see. */
  read<Value>(viewer: Viewer, work: (snapshot: CentralRead) => Promise<Value>): Promise<Value>;
  /**
   * Forgets where rows were that are gone, up to this commit. A cursor before it is of no use afterwards:
   * its scope begins at 0 again.
   *
   * @returns how many were forgotten.
   */
  clearTraces(zoneId: Id, upTo: Seq): Promise<number>;
  /** Accounts, rights and desks. */
  readonly directory: Directory;
  readonly blobs: BlobStore;
  readonly territories: TerritoryStore;
  /** Tells of commits, also of other centres on the same database. Returns how to stop. */
  onCommit(listener: (zoneId: Id, seq: Seq) => void): () => void;
  /** Rejects when the database does not answer or is not of this version. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface Written<Value> {
  readonly value: Value;
  /** Null when nothing was put. */
  readonly seq: Seq | null;
  /** What was put, with its place in the order. */
  readonly operations: readonly StoredOperation[];
}

export interface CentralWrite {
  zone(): Promise<ZoneRecord>;
  /**
   * The last operation of this desk that was decided, 0 for none. Until the transaction ends, no other
   * decides operations of this desk.
   */
  lockDesk(deviceId: Id): Promise<number>;
  operations(opIds: readonly Id[]): Promise<readonly StoredOperation[]>;
  rows(keys: readonly RowKey[]): Promise<readonly StoredRow[]>;
  /** Rows that hang on one of these. */
  childrenOf(keys: readonly RowKey[]): Promise<readonly StoredRow[]>;
  /** All rows of an entity of which a zone has few. */
  rowsOf(entity: Entity): Promise<readonly StoredRow[]>;
  rights(officerId: Id): Promise<RightsSnapshot>;
  /**
   * Accounts, rights and desks as part of this transaction. Until it ends, no other changes them in this
   * way.
   */
  directory(): Promise<Directory>;
  /** What waits for a supervisor, oldest first by id, after `after`; of one desk when it is named. */
  quarantined(page: QuarantinePage): Promise<readonly QuarantinedOperation[]>;
  /** The row as it will be. */
  putRow(row: StoredRow): void;
  /** Operations in order of `deviceSeq`; the last one moves what `lockDesk` tells. */
  putOperation(operation: DecidedOperation): void;
  /** The outcome with which an operation leaves quarantine. */
  putDecision(operation: QuarantinedOperation, result: DecidedOperation['result']): void;
  /** What somebody in charge does by this transaction; at most one. */
  putAct(act: Omit<ActRecord, 'seq'>): void;
}

export interface QuarantinePage {
  readonly after: Id | null;
  readonly limit: number;
  readonly deviceId?: Id;
}

export interface CentralRead {
  /** Where the zone stands, and what decides about the viewer's scopes. */
  outset(): Promise<Outset>;
  /** Undefined also for a row that the viewer may not see, as far as the store itself knows. */
  row(key: RowKey): Promise<StoredRow | undefined>;
  /** The last operation of the viewer's desk that was decided, 0 for none. */
  lastDeviceSeq(): Promise<number>;
  /**
   * Where the scopes changed after the cursor of each, in order of commits, in pages; each pair of scope
   * and row at most once, as it is now.
   */
  changes(cursors: ReadonlyMap<Scope, Seq>): AsyncIterable<readonly FeedEntry[]>;
  closing(asked: ClosingQuestion): Promise<Closing>;
  /**
   * Of these operations, those that are set aside; of them only what the viewer may decide on, as far as the
   * store itself knows.
   */
  setAside(opIds: readonly Id[]): Promise<readonly QuarantinedOperation[]>;
}

export interface Outset {
  readonly zone: ZoneRecord;
  /** The last commit of this state, and the one up to which traces of what is gone have been cleared. */
  readonly place: { readonly seq: Seq; readonly horizon: Seq };
  readonly rights: RightsSnapshot;
}

export interface ClosingQuestion {
  /** Outcomes decided after `after` and up to `upTo`. */
  readonly after: Seq;
  readonly upTo: Seq;
  /** Scopes whose sums are wanted. */
  readonly scopes: readonly Scope[];
}

/** What stands at the end of a pull. */
export interface Closing {
  /** Outcomes of the viewer's desk, in order. */
  readonly results: readonly OperationResult[];
  /** Of scopes that hold something, or once did. */
  readonly sums: ReadonlyMap<Scope, ScopeSum>;
}
