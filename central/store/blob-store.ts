import type { Fields } from '#shared/domain/operations/entity-rules.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { RowKey, Viewer } from './records.ts';

/** Where bytes are kept: with their row, or as long as that is set aside, with the operation that makes it. */
export type BlobPlace = RowKey | { readonly opId: Id };

/** What a desk said of a row that it made, and where the bytes of it belong. */
export interface Announced {
  readonly place: BlobPlace;
  readonly fields: Fields;
}

/**
 * Bytes that rows refer to, kept for each row: they go with it. What is here whole has been checked, since
 * the last part is added only when the whole has the right hash.
 */
export interface BlobStore {
  /**
   * The row that this desk made, whether its officer may see it or not; or what it said of it, in operations
   * that are set aside. None of a row that is somebody else's, or gone.
   */
  announced(zoneId: Id, deviceId: Id, key: RowKey): Promise<readonly Announced[]>;
  /** How many bytes came of the blob. */
  received(zoneId: Id, place: BlobPlace): Promise<number>;
  /**
   * Adds bytes when they follow on what is there and the row is present, or still set aside. @returns how many
   * bytes there are then.
   */
  append(zoneId: Id, place: BlobPlace, offset: number, bytes: Uint8Array): Promise<number>;
  discard(zoneId: Id, place: BlobPlace): Promise<void>;
  /** All that came, to be checked; it is given to nobody. */
  kept(zoneId: Id, place: BlobPlace): Promise<Uint8Array>;
  /** At most `length` bytes from `offset` on; none of a row that the viewer may not see. */
  read(viewer: Viewer, key: RowKey, offset: number, length: number): Promise<Uint8Array>;
}
