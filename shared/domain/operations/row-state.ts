import type { Instant } from '../../lib/dates.ts';
import type { Id } from '../../lib/ids.ts';
import type { CommandRefusal, Fields } from './entity-rules.ts';
import type { Json } from './operation.ts';

/** A row as the centre keeps it. */
export interface RowState {
  /** 1 when it was made, one more with every change. */
  readonly version: number;
  readonly fields: Fields;
  /** The desk that made it: what has no entry in `origins` comes from there, in version 1. */
  readonly createdBy: Id;
  /** Fields changed since: in which version, by which desk. */
  readonly origins: Readonly<Record<string, FieldOrigin>>;
  /** Deleted rows keep their fields, erased ones do not. */
  readonly state: 'present' | 'deleted' | 'erased';
}

export interface FieldOrigin {
  readonly version: number;
  readonly deviceId: Id;
  /** Who wrote it, and when by their desk's clock; unknown of what was written before this was kept. */
  readonly authorId?: Id | undefined;
  readonly madeAt?: Instant | undefined;
}

/** A field where the centre kept its own value. */
export interface Conflict {
  readonly field: string;
  readonly mine: Json;
  readonly theirs: Json;
  /** Version in which the centre's value came in. */
  readonly version: number;
  /** Who wrote the centre's value, and when by the clock of their desk; unknown of older ones. */
  readonly authorId?: Id | undefined;
  readonly madeAt?: Instant | undefined;
}

export type RefusalCode =
  /** A field is missing or holds what it may not hold; `field` names it. */
  | 'invalid'
  /** The row exists already, by another operation. */
  | 'exists'
  /** There is no such row. */
  | 'missing'
  | 'deleted'
  /** What the row held, or the row it hangs on, was erased; what was to be added to it is not kept either. */
  | 'erased'
  /** A field that never changes. */
  | 'immutable'
  /** It was to be deleted, but somebody changed it meanwhile. */
  | 'changed-since'
  | CommandRefusal
  /** The application at the centre is older than the desk. */
  | 'unknown-entity'
  | 'unknown-command'
  /** What the operation said was taken away at its desk before this centre had it. */
  | 'withdrawn'
  /** An operation it builds on was refused. */
  | 'dependency'
  /** The author had no right to it when it arrived. */
  | 'no-right'
  /** Written by somebody else than the officer of the desk. */
  | 'wrong-author'
  /** It was quarantined, and a supervisor refused it. */
  | 'refused';

/** Exactly one of these ends every operation. */
export type Effect =
  | {
      readonly outcome: 'accepted' | 'merged';
      readonly row: RowState;
      /** False when the row was so already. */
      readonly changed: boolean;
      /** Not empty: the officer is asked. */
      readonly conflicts: readonly Conflict[];
    }
  | {
      readonly outcome: 'rejected' | 'quarantined';
      readonly code: RefusalCode;
      /** The field that `code` speaks of, or empty. */
      readonly field: string;
    };

export function refusal(
  code: RefusalCode,
  field = '',
  outcome: 'rejected' | 'quarantined' = 'rejected',
): Effect {
  return { outcome, code, field };
}
