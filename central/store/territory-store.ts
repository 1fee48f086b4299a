import type { Id } from '#shared/lib/ids.ts';

import type { Viewer } from './records.ts';

/**
 * Packages of territories, by the hash that they are to have. Whether one is published, and so never
 * changes again, the directory says.
 */
export interface TerritoryStore {
  /** How many bytes came of it. */
  received(zoneId: Id, hash: string): Promise<number>;
  /** Adds bytes when they follow on what is there. @returns how many bytes there are then. */
  append(zoneId: Id, hash: string, offset: number, bytes: Uint8Array): Promise<number>;
  /** At most `length` bytes from `offset` on; for a viewer only of a package that was published. */
  read(
    zoneId: Id,
    hash: string,
    part: { readonly offset: number; readonly length: number },
    viewer?: Viewer,
  ): Promise<Uint8Array>;
  /** Forgets what came of packages that were not published; of one, or of all. */
  discardUnpublished(zoneId: Id, hash?: string): Promise<void>;
}
