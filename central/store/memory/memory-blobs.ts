import type { Id } from '#shared/lib/ids.ts';

import type { Announced, BlobPlace, BlobStore } from '../blob-store.ts';
import { keyOf } from '../commit.ts';
import { saidIn } from '../records.ts';
import type { ZoneState } from './zone-state.ts';

export function memoryBlobs(stateOf: (zoneId: Id) => ZoneState): BlobStore {
  return {
    async announced(zoneId, deviceId, key) {
      const { rows, operations } = stateOf(zoneId);
      const row = rows.get(keyOf(key))?.row;
      if (row !== undefined) {
        const isOwn = row.state === 'present' && row.createdBy === deviceId;
        return isOwn ? [{ place: key, fields: row.fields }] : [];
      }
      return [...operations.values()].flatMap((operation): Announced[] => {
        const { opId, change, entity, entityId } = operation;
        const isAbout = entity === key.entity && entityId === key.id;
        const waits = isAbout && operation.deviceId === deviceId && isSetAside(operation);
        return waits && change ? [{ place: { opId }, fields: saidIn(change) }] : [];
      });
    },
    async received(zoneId, place) {
      return bytesAt(stateOf(zoneId), place).length;
    },
    async append(zoneId, place, offset, bytes) {
      const state = stateOf(zoneId);
      const known = bytesAt(state, place);
      if (!isOpen(state, place) || offset !== known.length) return known.length;
      const longer = new Uint8Array(known.length + bytes.length);
      longer.set(known);
      longer.set(bytes, known.length);
      if ('opId' in place) state.setAside.set(place.opId, longer);
      else state.blobs.set(keyOf(place), longer);
      return longer.length;
    },
    async discard(zoneId, place) {
      const { blobs, setAside } = stateOf(zoneId);
      if ('opId' in place) setAside.delete(place.opId);
      else blobs.delete(keyOf(place));
    },
    async kept(zoneId, place) {
      return bytesAt(stateOf(zoneId), place);
    },
    async read({ zoneId }, key, offset, length) {
      return bytesAt(stateOf(zoneId), key).slice(offset, offset + length);
    },
  };
}

function bytesAt({ blobs, setAside }: ZoneState, place: BlobPlace): Uint8Array {
  const bytes = 'opId' in place ? setAside.get(place.opId) : blobs.get(keyOf(place));
  return bytes ?? new Uint8Array();
}

function isOpen({ rows, operations }: ZoneState, place: BlobPlace): boolean {
  if (!('opId' in place)) return rows.get(keyOf(place))?.row.state === 'present';
  const operation = operations.get(place.opId);
  return operation !== undefined && isSetAside(operation);
}

function isSetAside({ result, base }: { result: { outcome: string }; base?: object }): boolean {
  return result.outcome === 'quarantined' && base !== undefined;
}
