import {
  type ContactFilter,
  type ContactPoint,
  type ContactsOnMap,
  MOST_LISTED,
} from '#shared/contract/contacts.ts';
import { cellHalvings, SINGLE_FROM_ZOOM } from '#shared/domain/contacts/contact-map.ts';
import type { Bounds, Position } from '#shared/domain/territory/geometry.ts';
import { toPosition, toWorld } from '#shared/domain/territory/web-mercator.ts';

import type { OpenFile } from '../../../context.ts';
import { contactPointRows } from '../../../store/repositories/contact-map-repository.ts';
import { contactPlaces } from './contact-places.ts';
import { groupPoints, newestPoints, type PointGroup } from './group-points.ts';
import { matchingRows } from './matching-rows.ts';
import { type UnitBox, WORLD_UNITS } from './point-columns.ts';

/** Near the streets at most so many contacts stand by themselves; more are counted in cells. */
const MOST_SINGLES = 2_000;

/** The contacts around a view, alone or in groups that count all of them. */
export async function readContactsOnMap(
  file: OpenFile,
  input: { readonly bounds: Bounds; readonly zoom: number; readonly filter: ContactFilter },
): Promise<ContactsOnMap> {
  const { columns, marks } = await pointsOf(file, input.filter);
  const box = boxOf(input.bounds);
  const reasons = [...columns.reasonCodes];
  if (input.zoom >= SINGLE_FROM_ZOOM) {
    const { total, rows } = newestPoints(columns, marks, box, MOST_SINGLES);
    if (total <= MOST_SINGLES) {
      return { reasons, groups: [], points: await pointsByRow(file, rows) };
    }
  }
  const cells = groupPoints(columns, marks, box, cellHalvings(input.zoom));
  const single = cells.filter(({ count }) => count === 1).map(({ row }) => row);
  return {
    reasons,
    groups: cells.filter(({ count }) => count > 1).map(toGroup),
    points: await pointsByRow(file, single),
  };
}

/** How many contacts lie in a view, and the newest of them. */
export async function readContactsInView(
  file: OpenFile,
  input: { readonly bounds: Bounds; readonly filter: ContactFilter },
): Promise<{ points: ContactPoint[]; total: number }> {
  const { columns, marks } = await pointsOf(file, input.filter);
  const { total, rows } = newestPoints(columns, marks, boxOf(input.bounds), MOST_LISTED);
  return { points: await pointsByRow(file, rows), total };
}

async function pointsOf(file: OpenFile, filter: ContactFilter) {
  const columns = await contactPlaces(file);
  return { columns, marks: await matchingRows(file, filter, columns) };
}

/** In the order of the rows. */
async function pointsByRow(
  { store }: OpenFile,
  rowIds: readonly number[],
): Promise<ContactPoint[]> {
  const rows = await contactPointRows(store.read, rowIds).execute();
  const byRow = new Map(rows.map((row) => [row.row_id, row]));
  return rowIds.flatMap((rowId) => {
    const row = byRow.get(rowId);
    if (!row || row.longitude === null || row.latitude === null) return [];
    const position: [number, number] = [row.longitude, row.latitude];
    return [{ id: row.id, position, reason: row.reason, occurredAt: row.occurred_at }];
  });
}

function toGroup({ x, y, box, counts }: PointGroup): ContactsOnMap['groups'][number] {
  const [west, north] = positionAt(box.minX, box.minY);
  const [east, south] = positionAt(box.maxX, box.maxY);
  return { position: positionAt(x, y), bounds: [west, south, east, north], counts: [...counts] };
}

function positionAt(x: number, y: number): [number, number] {
  const [longitude, latitude] = toPosition({ x: x / WORLD_UNITS, y: y / WORLD_UNITS });
  return [longitude, latitude];
}

function boxOf([west, south, east, north]: Bounds): UnitBox {
  const from = toUnits([west, north]);
  const to = toUnits([east, south]);
  return { minX: from.x, minY: from.y, maxX: to.x, maxY: to.y };
}

function toUnits(position: Position) {
  const { x, y } = toWorld(position);
  const held = (share: number): number =>
    Math.max(0, Math.min(WORLD_UNITS - 1, Math.floor(share * WORLD_UNITS)));
  return { x: held(x), y: held(y) };
}
