import type { Id } from '#shared/lib/ids.ts';

import type { RowKey, Viewer } from './records.ts';

/**
 * Bytes that rows refer to, kept for each row: they go with it. What is here whole has been checked, since
 * the last part is added only when the whole has the right hash.
 */
export interface BlobStore {
  /** How many bytes came of the row's blob. */
  received(zoneId: Id, key: RowKey): Promise<number>;
  /**
   * Adds bytes when they follow on what is there and the row is present. @returns how many bytes there are
   * then.
   */
  append(zoneId: Id, key: RowKey, offset: number, bytes: Uint8Array): Promise<number>;
  discard(zoneId: Id, key: RowKey): Promise<void>;
  /** At most `length` bytes from `offset` on; none of a row that the viewer may not see. */
  read(viewer: Viewer, key: RowKey, offset: number, length: number): Promise<Uint8Array>;
}
