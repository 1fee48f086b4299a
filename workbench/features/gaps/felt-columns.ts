/**
 * How safe people said it feels, one slot for each contact that says so, kept in memory while the file is open.
 *
 * Contacts come late, are corrected, move and are withdrawn. SQLite notes which rows were touched, and after a
 * change only those are read again: a slot that no longer holds is emptied, what is new stands at the end.
 */
import { FEELINGS } from '#shared/domain/contacts/code-lists.ts';

import type { OpenFile } from '../../context.ts';
import { feelingsAfter, feelingsOf } from '../../store/repositories/gap-repository.ts';
import { takeTouchedRows, watchRows } from '../../store/repositories/touched-rows.ts';
import type { Store } from '../../store/store.ts';
import { breathe } from './breathe.ts';
import { pieceOfContact } from './piece-of-contact.ts';
import { NOWHERE, type TownPlaces } from './town-places.ts';

/** Rows read at a stretch, so that other calls are answered meanwhile. */
const PART = 2_000;
/** Room for so much more at a time than there is: it grows seldom. */
const GROWTH = 1.5;
/** After a change of more rows than this, all are read anew. */
const MOST_TOUCHED = 4_000;

export interface FeltColumns {
  /** Slots in use. */
  readonly length: number;
  /** So many slots from the first on are in the order of `rows`; what came since stands behind them. */
  readonly ordered: number;
  /** `row_id` of the contact, which tells its moment. */
  readonly rows: Float64Array;
  /** 1 (never) to 5 (always); 0 for a slot that no longer counts. */
  readonly steps: Uint8Array;
  /** Numbers of places; NOWHERE where the contact names none so exactly. */
  readonly segments: Int32Array;
  readonly streets: Int32Array;
  readonly areas: Int32Array;
}

interface Kept {
  readonly revision: number;
  readonly town: TownPlaces;
  readonly columns: Promise<FeltColumns>;
}

const kept = new WeakMap<Store, Kept>();

/** All feelings as they are now; those who ask at the same time share one reading. */
export function feltColumns(
  file: Pick<OpenFile, 'store' | 'revision' | 'closing'>,
  town: TownPlaces,
): Promise<FeltColumns> {
  const { store } = file;
  const revision = file.revision(['contacts']);
  const known = kept.get(store);
  if (known?.revision === revision && known.town === town) return known.columns;
  const columns =
    known?.town === town ? readTouched(file, town, known.columns) : readAllFelt(file, town);
  const entry = { revision, town, columns };
  kept.set(store, entry);
  columns.catch(() => {
    if (kept.get(store) === entry) kept.delete(store);
  });
  return columns;
}

type Row = Awaited<ReturnType<ReturnType<typeof feelingsAfter>['execute']>>[number];
type ReadFile = Pick<OpenFile, 'store' | 'closing'>;

async function readTouched(
  file: ReadFile,
  town: TownPlaces,
  before: Promise<FeltColumns>,
): Promise<FeltColumns> {
  const { store } = file;
  const columns = await before.catch(() => undefined);
  if (!columns) return readAllFelt(file, town);
  const touched = await store.write((handle) => takeTouchedRows(handle, 'feelings', MOST_TOUCHED));
  if (!touched) return readAllFelt(file, town);
  if (touched.length === 0) return columns;
  const rows = await feelingsOf(store.read, touched).execute();
  const gone = new Set(touched);
  const steps = columns.steps.slice(0, columns.length);
  for (let slot = 0; slot < columns.length; slot += 1) {
    if (gone.has(columns.rows[slot] ?? NaN)) steps[slot] = 0;
  }
  const next = withRoom({ ...columns, steps }, rows.length);
  for (const row of rows) if (row.feeling !== null && row.withdrawn === 0) add(next, town, row);
  return next;
}

/** What is written meanwhile is noted, and read by the next {@link readTouched}. */
export async function readAllFelt(file: ReadFile, town: TownPlaces): Promise<FeltColumns> {
  const { store } = file;
  await store.write((handle) => watchRows(handle, 'feelings'));
  let columns = withRoom(EMPTY, PART);
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = await feelingsAfter(store.read, last, PART).execute();
    if (columns.length + rows.length > columns.rows.length) {
      columns = withRoom(columns, PART + Math.ceil(columns.length * (GROWTH - 1)));
    }
    for (const row of rows) add(columns, town, row);
    columns.ordered = columns.length;
    // None of the room that was left over is kept.
    if (rows.length < PART) return withRoom(columns, 0);
    last = rows.at(-1)?.row_id ?? last;
    await breathe(file);
  }
}

const EMPTY: FeltColumns = {
  length: 0,
  ordered: 0,
  rows: new Float64Array(),
  steps: new Uint8Array(),
  segments: new Int32Array(),
  streets: new Int32Array(),
  areas: new Int32Array(),
};

type Building = { -readonly [Name in keyof FeltColumns]: FeltColumns[Name] };

function withRoom(columns: FeltColumns, more: number): Building {
  const size = columns.length + more;
  const grown: Building = {
    length: columns.length,
    ordered: columns.ordered,
    rows: new Float64Array(size),
    steps: new Uint8Array(size),
    segments: new Int32Array(size),
    streets: new Int32Array(size),
    areas: new Int32Array(size),
  };
  for (const name of ['rows', 'steps', 'segments', 'streets', 'areas'] as const) {
    grown[name].set(columns[name].subarray(0, columns.length));
  }
  return grown;
}

function add(columns: Building, town: TownPlaces, row: Row): void {
  const slot = columns.length;
  const street = town.numbers.street.get(row.street_id) ?? NOWHERE;
  const segment = pieceOfContact(town, street, row);
  columns.rows[slot] = row.row_id;
  columns.steps[slot] = row.feeling === null ? 0 : FEELINGS.indexOf(row.feeling) + 1;
  columns.streets[slot] = street;
  columns.segments[slot] = segment;
  columns.areas[slot] = town.numbers.neighbourhood.get(row.neighbourhood_id ?? '') ?? NOWHERE;
  columns.length = slot + 1;
}
