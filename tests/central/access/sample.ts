import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import type { Id } from '#shared/lib/ids.ts';

/** Where a sample row lies, and whose it is. */
export interface SampleSituation {
  readonly authorId: Id;
  readonly neighbourhoodId: Id | null;
  readonly restricted: boolean;
  /** The contact that an amendment or a promise hangs on. */
  readonly contactId: Id;
  /** The dossier that an action hangs on. */
  readonly dossierId: Id;
  /** Where a row is moved to. */
  readonly elsewhere: Id;
  readonly anyId: Id;
}

export interface Sample {
  readonly fields: Fields;
  /** Another value for each field. */
  readonly other: Fields;
  /** Arguments of each command that does not make the row. */
  readonly commands: Readonly<Record<string, Fields>>;
  /** The row before a command that does not follow from `fields`. */
  readonly before?: Readonly<Record<string, Fields>>;
}
