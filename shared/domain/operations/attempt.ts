import type { Instant } from '../../lib/dates.ts';
import type { Id } from '../../lib/ids.ts';
import type { Change } from './operation.ts';

/** What of an operation decides about its effect. */
export interface Attempt {
  readonly opId: Id;
  readonly deviceId: Id;
  /** Who made it; the centre has checked that it is the officer of the desk. */
  readonly authorId: Id;
  readonly madeAt: Instant;
  /** The centre's version of the row that the desk knew when the change was made; 0 for none. */
  readonly baseVersion: number;
  readonly change: Change;
}
