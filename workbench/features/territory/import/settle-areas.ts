import { type Bounds, boundsOf, type Line } from '#shared/domain/territory/geometry.ts';
import { interiorPoint } from '#shared/domain/territory/import/interior-point.ts';
import type { AreaKind } from '#shared/domain/territory/territory.ts';

import {
  currentAddresses,
  currentSegments,
} from '../../../store/repositories/territory-import-rows.ts';
import { deriveAddress } from './derive-address.ts';
import { BATCH_ROWS } from './limits.ts';
import { PendingChanges } from './pending-changes.ts';
import { type KnownArea, loadPlaces, type Places } from './places.ts';
import { addBySource, recut, type SegmentsBySource } from './segment-pieces.ts';
import type { ImportWork } from './work.ts';

/** The levels an area can belong to, the nearest first. */
const LEVELS_ABOVE: Readonly<Record<AreaKind, readonly AreaKind[]>> = {
  zone: [],
  municipality: ['zone'],
  'sub-municipality': ['municipality', 'zone'],
  district: ['municipality', 'zone'],
  neighbourhood: ['district', 'sub-municipality', 'municipality', 'zone'],
};

/**
 * What follows when areas have begun or ended: each area belongs to the next larger one that holds a
 * point well inside it, and, for neighbourhoods, segments are cut and addresses assigned anew.
 *
 * @param affected bounds of the areas that began or ended.
 */
export async function settleAreas(
  work: ImportWork,
  kind: AreaKind,
  affected: readonly Bounds[],
): Promise<void> {
  const places = await loadPlaces(work.read);
  const pending = new PendingChanges(work.changes);
  for (const area of places.areas) {
    const parentId = parentOf(area, places);
    if (parentId === area.row.parent_id) continue;
    // Which area is the parent says nothing about the area itself: it goes on, only put right.
    pending.areas.corrected.push({ row: area.row, after: { parent_id: parentId } });
  }
  await pending.flush();
  if (kind !== 'neighbourhood') return;
  await settleSegmentsOf(work, places, affected);
  await settleAddressesOf(work, places, affected);
}

function parentOf(area: KnownArea, places: Places): string | null {
  const levels = LEVELS_ABOVE[area.row.kind];
  if (levels.length === 0) return null;
  const point = interiorPoint(area.geometry);
  if (!point) return null;
  for (const level of levels) {
    const parent = places.of(level).locate(point);
    if (parent) return parent.id;
  }
  return null;
}

async function settleSegmentsOf(
  work: ImportWork,
  places: Places,
  affected: readonly Bounds[],
): Promise<void> {
  const groups: SegmentsBySource = new Map();
  for await (const page of currentSegments(work.read)) {
    addBySource(groups, page);
    await work.pace.step('writing', work.rows, work.rows);
  }
  const neighbourhoods = places.of('neighbourhood');
  const pending = new PendingChanges(work.changes);
  let done = 0;
  for (const rows of groups.values()) {
    const bounds = boundsOf(rows.flatMap((row) => JSON.parse(row.geometry) as Line));
    if (bounds && affected.some((area) => overlap(area, bounds))) {
      recut(work, pending, rows, neighbourhoods);
    }
    done += 1;
    if (done % BATCH_ROWS === 0 || pending.size >= BATCH_ROWS) {
      await pending.flush();
      await work.pace.step('writing', work.rows, work.rows);
    }
  }
  await pending.flush();
}

async function settleAddressesOf(
  work: ImportWork,
  places: Places,
  affected: readonly Bounds[],
): Promise<void> {
  const neighbourhoods = places.of('neighbourhood');
  const pending = new PendingChanges(work.changes);
  for await (const page of currentAddresses(work.read)) {
    for (const row of page) {
      const { longitude, latitude } = row;
      const place: Bounds = [longitude, latitude, longitude, latitude];
      if (!affected.some((area) => overlap(area, place))) continue;
      const found = neighbourhoods.locate([longitude, latitude]);
      const neighbourhoodId = found?.id ?? null;
      if (neighbourhoodId !== row.neighbourhood_id) {
        deriveAddress(work, pending, row, { neighbourhood_id: neighbourhoodId });
      }
    }
    await pending.flush();
    await work.pace.step('writing', work.rows, work.rows);
  }
}

function overlap(one: Bounds, other: Bounds): boolean {
  return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
}
