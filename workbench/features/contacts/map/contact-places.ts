/**
 * Where all contacts took place, kept in memory while the file is open.
 *
 * Contacts come late, are corrected and move by it. SQLite notes which rows were touched, and after a
 * change only those are read again. What is kept goes with the store: nothing of one officer is left when the
 * desk is locked.
 */
import { setImmediate } from 'node:timers/promises';

import { toWorld } from '#shared/domain/territory/web-mercator.ts';

import type { OpenFile } from '../../../context.ts';
import {
  type ContactPlaceRow,
  contactPlacesAfter,
  contactPlacesOf,
} from '../../../store/repositories/contact-map-repository.ts';
import { takeTouchedRows, watchRows } from '../../../store/repositories/touched-rows.ts';
import type { Store } from '../../../store/store.ts';
import {
  buildColumns,
  patchColumns,
  type Point,
  type PointColumns,
  WORLD_UNITS,
} from './point-columns.ts';

/** Rows read at a stretch: some ten milliseconds, so that other calls are answered meanwhile. */
const PART = 4_000;
/** After a change of more rows than this, an import for one, all are read anew. */
const MOST_TOUCHED = 4_000;

interface Kept {
  readonly revision: number;
  readonly places: Promise<PointColumns>;
}

const kept = new WeakMap<Store, Kept>();

/** All places as they are now; those who ask at the same time share one reading. */
export function contactPlaces(file: Pick<OpenFile, 'store' | 'revision'>): Promise<PointColumns> {
  const { store } = file;
  const revision = file.revision(['contacts']);
  const known = kept.get(store);
  if (known?.revision === revision) return known.places;
  const places = known ? readTouched(store, known.places) : readAll(store);
  const entry = { revision, places };
  kept.set(store, entry);
  places.catch(() => {
    if (kept.get(store) === entry) kept.delete(store);
  });
  return places;
}

async function readTouched(store: Store, before: Promise<PointColumns>): Promise<PointColumns> {
  const columns = await before.catch(() => undefined);
  if (!columns) return readAll(store);
  const touched = await store.write((handle) => takeTouchedRows(handle, 'places', MOST_TOUCHED));
  if (!touched) return readAll(store);
  if (touched.length === 0) return columns;
  const rows = await contactPlacesOf(store.read, touched).execute();
  const points = new Map(
    rows.flatMap((row) => {
      const point = toPoint(row);
      return point ? [[row.row_id, point] as const] : [];
    }),
  );
  return patchColumns(columns, touched, points);
}

/** What is written meanwhile is noted, and read by the next {@link readTouched}. */
async function readAll(store: Store): Promise<PointColumns> {
  await store.write((handle) => watchRows(handle, 'places'));
  const builder = buildColumns(PART);
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = await contactPlacesAfter(store.read, last, PART).execute();
    for (const row of rows) {
      const point = toPoint(row);
      if (point) builder.add(point);
    }
    if (rows.length < PART) return builder.done();
    last = rows.at(-1)?.row_id ?? last;
    await setImmediate();
  }
}

/** Undefined where the contact has no place. */
function toPoint({ row_id, longitude, latitude, reason }: ContactPlaceRow): Point | undefined {
  if (longitude === null || latitude === null) return undefined;
  const world = toWorld([longitude, latitude]);
  return { row: row_id, x: inUnits(world.x), y: inUnits(world.y), reason };
}

function inUnits(share: number): number {
  return Math.max(0, Math.min(WORLD_UNITS - 1, Math.floor(share * WORLD_UNITS)));
}
