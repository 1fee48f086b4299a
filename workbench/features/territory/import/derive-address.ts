import type { AddressContent, Current } from '../../../store/repositories/territory-import-rows.ts';
import type { PendingChanges } from './pending-changes.ts';
import { beganTooLate, type ImportWork } from './work.ts';

/** The same rule for an address as for a segment: see `settleSegments`. */
export function deriveAddress(
  work: ImportWork,
  pending: PendingChanges,
  row: Current<AddressContent>,
  after: Partial<AddressContent>,
): void {
  if (beganTooLate(work, row)) {
    pending.addresses.corrected.push({ row, after });
    return;
  }
  pending.addresses.closed.push(row);
  pending.addresses.opened.push({
    ...contentOfAddress(row),
    ...after,
    ...work.changes.identity('address'),
  });
}

export function contentOfAddress(row: Current<AddressContent>): AddressContent {
  return {
    official_id: row.official_id,
    street_id: row.street_id,
    house_number: row.house_number,
    box_number: row.box_number,
    postcode: row.postcode,
    longitude: row.longitude,
    latitude: row.latitude,
    neighbourhood_id: row.neighbourhood_id,
  };
}
