import type { Generated } from 'kysely';

import type { Entity } from '#shared/domain/operations/operation.ts';
import type { OperationState } from '#shared/domain/operations/record-state.ts';

/** What is recorded, sent, received and asked about. */
export interface SyncTables {
  setting: { key: string; value: string };
  operation: {
    device_seq: number;
    op_id: string;
    device_id: string;
    author_id: string;
    made_at: string;
    entity: Entity;
    entity_id: string;
    base_version: number;
    op_version: number;
    /** JSON of `Change`. */
    change: string;
    state: OperationState;
    /** Receipt number of the centre, or empty. */
    receipt: string;
  };
  /** The centre's last version of a row, whole, also of entities and fields that this desk does not know. */
  shadow: { entity: string; entity_id: string; version: number; fields: string };
  sync_state: {
    only_row: number;
    /** The centre's life that cursors and versions are of; null before the first contact. */
    epoch: string | null;
    /** The last operation that the centre has confirmed to hold. */
    pushed_seq: number;
    /** How far the outcomes of this desk's operations have come in. */
    results_seq: number;
    last_contact_at: string | null;
    /** Why the desk cannot go on without help, as a code of the centre, or empty. */
    blocked: string;
  };
  sync_scope: {
    scope: string;
    cursor: number;
    /** Raised whenever the scope is fetched whole; what it did not bring again goes. */
    generation: number;
    whole: number;
    row_count: number;
    digest: string;
  };
  row_scope: {
    scope: string;
    entity: string;
    entity_id: string;
    version: number;
    generation: number;
  };
  /** A pull under way, as JSON of its messages: it counts once it is complete. */
  sync_staged: { position: Generated<number>; message: string };
  /** Rows of the centre that cannot be shown yet; they are in `shadow`. */
  deferred_row: {
    entity: string;
    entity_id: string;
    reason: 'not-understood' | 'reference';
    /** The row that it waits for, with `reference`; else empty. */
    awaits_entity: Generated<string>;
    awaits_id: Generated<string>;
  };
  /** Always 0: while many rows arrive, the triggers that ask it are not there (`triggers-aside.ts`). */
  bulk_arrival: { only_row: number; running: number };
  /** What the indexes of words do not hold yet. */
  contact_unindexed: { row_id: number };
  promise_unindexed: { promise_id: string };
  /** Rows that a pull being applied has touched, in the order of what refers to what. */
  sync_touched: { place: number; entity: string; entity_id: string };
  /** What the desk knew of the centre's row when an operation was made. */
  operation_base: {
    op_id: string;
    version: number;
    epoch: string | null;
    /** JSON of the centre's values of the fields that it changes. */
    fields: string;
    /** JSON of the operations it builds on. */
    depends_on: string;
  };
  operation_outcome: {
    op_id: string;
    code: string;
    field: string;
    /** JSON of `Conflict[]`. */
    conflicts: string;
    seq: number;
    needs_attention: number;
    resolved_at: string | null;
    /** What the supervisor wrote who refused it, or empty. */
    note: string;
  };
  /** Operations that a receipt has answered, while what the centre made of them has not come by a pull. */
  answered_ahead: { op_id: string };
  /** Operations that the centre had, and lost when it was restored, while it has not answered anew. */
  lost_operation: { op_id: string };
  /** Parcels that this desk made. */
  parcel_made: {
    id: string;
    made_at: string;
    /** What this desk and the centre know of it, base64url: by it the receipts are opened. */
    secret: string;
    /** SHA-256 of the header, hexadecimal. */
    header_hash: string;
    /** The centre's life as this desk knew it. */
    epoch: string | null;
    /** The last operation in it. */
    last_seq: number;
    operations: number;
    files: number;
    receipts_at: string | null;
    /** A code of the centre, where it stopped; or empty. */
    refused: string;
  };
  /** Parcels of colleagues that this desk takes to the centre. */
  parcel_carried: {
    id: string;
    /** As it stands in the file, base64. */
    header: string;
    made_at: string;
    operations: number;
    files: number;
    bytes: number;
    taken_at: string;
    delivered_at: string | null;
    /** One of PARCEL_REASONS, where the centre does not take it; or empty. */
    refused: string;
  };
  parcel_part: {
    row_id: Generated<number>;
    parcel_id: string;
    position: number;
    last: number;
    /** Whether the centre has had it: then these are its receipt. */
    is_receipt: number;
    proof: Uint8Array;
    sealed: Uint8Array;
  };
  /** What the officer chose for the conflicts of an operation. */
  conflict_choice: {
    op_id: string;
    /** JSON of `Choices`. */
    choices: string;
    /** The operation that asks for it; null when the centre had it already. */
    chosen_op_id: string | null;
    chosen_at: string;
  };
  /** One row for each pull that brought something; the last ones are kept. */
  arrival: {
    position: Generated<number>;
    arrived_at: string;
    /** JSON of how many rows by entity. */
    counts: string;
    /** JSON of the first of them, `RowKey[]`. */
    samples: string;
    removed: number;
  };
  /** Scopes that came or went, until the officer has seen it. */
  rights_change: {
    position: Generated<number>;
    noticed_at: string;
    /** JSON of scopes. */
    gained: string;
    lost: string;
    /** Rows that left this desk with the scopes. */
    rows_left: number;
    /** JSON of the ids of operations on those rows that the centre had not answered. */
    unsent: string;
    seen_at: string | null;
  };
}
