/**
 * Where all contacts took place, kept in memory while the file is open.
 *
 * A submitted contact is never edited, so that after a change only the new ones are read; when the
 * numbers do not add up, all are read anew. It goes with the store: nothing of one officer is left
 * when the desk is locked.
 */
import { setImmediate } from 'node:timers/promises';

import { toWorld } from '#shared/domain/territory/web-mercator.ts';

import type { OpenFile } from '../../../context.ts';
import {
  contactPlacesAfter,
  countAllContacts,
} from '../../../store/repositories/contact-map-repository.ts';
import type { Store } from '../../../store/store.ts';
import {
  type GrowingPointColumns,
  makePointColumns,
  type PointColumns,
  WORLD_UNITS,
} from './point-columns.ts';

/** Rows read at a stretch: some ten milliseconds, so that other calls are answered meanwhile. */
const PART = 4_000;

interface Places {
  readonly columns: GrowingPointColumns;
  /** Rows read so far, with and without a place, and the last of them. */
  readonly read: number;
  readonly last: number;
}

interface Kept {
  readonly revision: number;
  readonly places: Promise<Places>;
}

const kept = new WeakMap<Store, Kept>();

/** All places as they are now; those who ask at the same time share one reading. */
export async function contactPlaces(
  file: Pick<OpenFile, 'store' | 'revision'>,
): Promise<PointColumns> {
  const { store } = file;
  const revision = file.revision(['contacts']);
  const known = kept.get(store);
  if (known?.revision === revision) return (await known.places).columns;
  const places = readFurther(store, known?.places);
  const entry = { revision, places };
  kept.set(store, entry);
  places.catch(() => {
    if (kept.get(store) === entry) kept.delete(store);
  });
  return (await places).columns;
}

async function readFurther(store: Store, before: Promise<Places> | undefined): Promise<Places> {
  const { count } = await countAllContacts(store.read).executeTakeFirstOrThrow();
  const known = await before?.catch(() => undefined);
  if (known) {
    const further = await readAfter(store, known);
    if (further.read === count) return further;
  }
  return readAfter(store, { columns: makePointColumns(count + PART), read: 0, last: 0 });
}

async function readAfter(store: Store, { columns, read, last }: Places): Promise<Places> {
  for (;;) {
    const rows = await contactPlacesAfter(store.read, last, PART).execute();
    for (const row of rows) {
      last = row.row_id;
      if (row.longitude === null || row.latitude === null) continue;
      const world = toWorld([row.longitude, row.latitude]);
      columns.add({
        row: row.row_id,
        x: inUnits(world.x),
        y: inUnits(world.y),
        seconds: Math.floor(Date.parse(row.occurred_at) / 1000),
        reason: row.reason,
      });
    }
    read += rows.length;
    if (rows.length < PART) return { columns, read, last };
    await setImmediate();
  }
}

function inUnits(share: number): number {
  return Math.max(0, Math.min(WORLD_UNITS - 1, Math.floor(share * WORLD_UNITS)));
}
