import type { Id } from '#shared/lib/ids.ts';

import type { Directory } from '../directory.ts';
import type { TerritoryStore } from '../territory-store.ts';
import type { ZoneState } from './zone-state.ts';

export function memoryTerritories(
  stateOf: (zoneId: Id) => ZoneState,
  directory: Pick<Directory, 'territoryVersions'>,
): TerritoryStore {
  const isPublished = async (zoneId: Id, hash: string): Promise<boolean> =>
    (await directory.territoryVersions(zoneId)).some((version) => version.hash === hash);
  return {
    async received(zoneId, hash) {
      return stateOf(zoneId).territories.get(hash)?.length ?? 0;
    },
    async append(zoneId, hash, offset, bytes) {
      const { territories } = stateOf(zoneId);
      const known = territories.get(hash) ?? new Uint8Array();
      if (offset !== known.length) return known.length;
      const longer = Buffer.concat([known, bytes]);
      territories.set(hash, longer);
      return longer.length;
    },
    async read(zoneId, hash, { offset, length }, viewer) {
      if (viewer !== undefined && !(await isPublished(zoneId, hash))) return new Uint8Array();
      const bytes = stateOf(zoneId).territories.get(hash) ?? new Uint8Array();
      return bytes.slice(offset, offset + length);
    },
    async discardUnpublished(zoneId, only) {
      const { territories } = stateOf(zoneId);
      for (const hash of [...territories.keys()]) {
        if (only !== undefined && hash !== only) continue;
        if (!(await isPublished(zoneId, hash))) territories.delete(hash);
      }
    },
  };
}
