import type { Id } from '#shared/lib/ids.ts';

import type { BlobStore } from '../blob-store.ts';
import { keyOf } from '../commit.ts';
import type { ZoneState } from './zone-state.ts';

export function memoryBlobs(stateOf: (zoneId: Id) => ZoneState): BlobStore {
  return {
    async received(zoneId, key) {
      return stateOf(zoneId).blobs.get(keyOf(key))?.length ?? 0;
    },
    async append(zoneId, key, offset, bytes) {
      const { blobs, rows } = stateOf(zoneId);
      const known = blobs.get(keyOf(key)) ?? new Uint8Array();
      const isPresent = rows.get(keyOf(key))?.row.state === 'present';
      if (!isPresent || offset !== known.length) return known.length;
      const longer = new Uint8Array(known.length + bytes.length);
      longer.set(known);
      longer.set(bytes, known.length);
      blobs.set(keyOf(key), longer);
      return longer.length;
    },
    async discard(zoneId, key) {
      stateOf(zoneId).blobs.delete(keyOf(key));
    },
    async read({ zoneId }, key, offset, length) {
      return (stateOf(zoneId).blobs.get(keyOf(key)) ?? new Uint8Array()).slice(
        offset,
        offset + length,
      );
    },
  };
}
