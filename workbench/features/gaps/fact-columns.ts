/**
 * Recorded facts as columns of numbers in the order of their days, kept in memory while the file is open: half a
 * million take 20 MB, and a pass over a year of them a few milliseconds.
 *
 * Facts come and go by imports. SQLite notes which rows were touched, and after a change only those are read again.
 */
import { setImmediate } from 'node:timers/promises';

import { FACT_ORIGINS } from '#shared/domain/facts/fact.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile } from '../../context.ts';
import { factsAfter, factsOf, factsVersion } from '../../store/repositories/gap-repository.ts';
import { takeTouchedRows, watchRows } from '../../store/repositories/touched-rows.ts';
import type { Store } from '../../store/store.ts';
import { NOWHERE, type TownPlaces } from './town-places.ts';

const PART = 8_000;
/** After a change of more rows than this, all are read anew. */
const MOST_TOUCHED = 50_000;
const DAY_MILLISECONDS = 86_400_000;

export interface FactColumns {
  readonly length: number;
  /** `row_id` of each fact. */
  readonly rows: Float64Array;
  /** Days since 1970 between which each happened, both included; the first days ascend. */
  readonly firstDays: Int32Array;
  readonly lastDays: Int32Array;
  /** Places in `kindCodes`. */
  readonly kinds: Uint16Array;
  readonly kindCodes: readonly string[];
  /** Places in `sourceIds`. */
  readonly sources: Uint16Array;
  readonly sourceIds: readonly Id[];
  /** Places in FACT_ORIGINS. */
  readonly origins: Uint8Array;
  readonly amounts: Float64Array;
  /** Numbers of places; NOWHERE where the fact names none so exactly. */
  readonly segments: Int32Array;
  readonly streets: Int32Array;
  readonly areas: Int32Array;
}

/** Whole days since 1970. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(day) / DAY_MILLISECONDS);
}

interface Kept {
  readonly version: string;
  readonly town: TownPlaces;
  readonly columns: Promise<FactColumns>;
}

const kept = new WeakMap<Store, Kept>();

/** All facts that count, as they are now; those who ask at the same time share one reading. */
export async function factColumns(
  { store, revision }: Pick<OpenFile, 'store' | 'revision'>,
  town: TownPlaces,
): Promise<FactColumns> {
  const version = JSON.stringify([
    revision(['facts']),
    await factsVersion(store.read).executeTakeFirstOrThrow(),
  ]);
  const known = kept.get(store);
  if (known?.version === version && known.town === town) return known.columns;
  const columns =
    known?.town === town ? readTouched(store, town, known.columns) : readAllFacts(store, town);
  const entry = { version, town, columns };
  kept.set(store, entry);
  columns.catch(() => {
    if (kept.get(store) === entry) kept.delete(store);
  });
  return columns;
}

type Row = Awaited<ReturnType<ReturnType<typeof factsAfter>['execute']>>[number];

async function readTouched(
  store: Store,
  town: TownPlaces,
  before: Promise<FactColumns>,
): Promise<FactColumns> {
  const columns = await before.catch(() => undefined);
  if (!columns) return readAllFacts(store, town);
  const touched = await store.write((handle) => takeTouchedRows(handle, 'facts', MOST_TOUCHED));
  if (!touched) return readAllFacts(store, town);
  if (touched.length === 0) return columns;
  const rows = await factsOf(store.read, touched).execute();
  const gone = new Set(touched);
  const next = room(columns.length + rows.length, columns);
  for (let slot = 0; slot < columns.length; slot += 1) {
    if (gone.has(columns.rows[slot] ?? NaN)) continue;
    copySlot(columns, slot, next, next.length);
    next.length += 1;
  }
  addAll(next, town, rows);
  return byDay(next);
}

/** All anew. What is written meanwhile is noted, and read by the next {@link readTouched}. */
export async function readAllFacts(store: Store, town: TownPlaces): Promise<FactColumns> {
  await store.write((handle) => watchRows(handle, 'facts'));
  const parts: Row[][] = [];
  let last = 0;
  for (;;) {
    const rows = await factsAfter(store.read, last, PART).execute();
    parts.push(rows);
    if (rows.length < PART) break;
    last = rows.at(-1)?.row_id ?? last;
    await setImmediate();
  }
  const columns = room(
    parts.reduce((sum, rows) => sum + rows.length, 0),
    { kindCodes: [], sourceIds: [] },
  );
  for (const rows of parts) addAll(columns, town, rows);
  return byDay(columns);
}

type Building = Omit<FactColumns, 'length' | 'kindCodes' | 'sourceIds'> & {
  length: number;
  readonly kindCodes: string[];
  readonly sourceIds: Id[];
};

function room(
  size: number,
  { kindCodes, sourceIds }: Pick<FactColumns, 'kindCodes' | 'sourceIds'>,
): Building {
  return {
    length: 0,
    rows: new Float64Array(size),
    firstDays: new Int32Array(size),
    lastDays: new Int32Array(size),
    kinds: new Uint16Array(size),
    kindCodes: [...kindCodes],
    sources: new Uint16Array(size),
    sourceIds: [...sourceIds],
    origins: new Uint8Array(size),
    amounts: new Float64Array(size),
    segments: new Int32Array(size),
    streets: new Int32Array(size),
    areas: new Int32Array(size),
  };
}

function addAll(columns: Building, { numbers }: TownPlaces, rows: readonly Row[]): void {
  const kindOf = numbering(columns.kindCodes);
  const sourceOf = numbering(columns.sourceIds);
  const days = new Map<Day, number>();
  const numberOfDay = (day: Day): number => {
    const known = days.get(day);
    if (known !== undefined) return known;
    const number = dayNumber(day);
    days.set(day, number);
    return number;
  };
  for (const row of rows) {
    const slot = columns.length;
    columns.rows[slot] = row.row_id;
    columns.firstDays[slot] = numberOfDay(row.first_day);
    columns.lastDays[slot] = numberOfDay(row.last_day);
    columns.kinds[slot] = kindOf(row.kind);
    columns.sources[slot] = sourceOf(row.source_id);
    columns.origins[slot] = FACT_ORIGINS.indexOf(row.origin);
    columns.amounts[slot] = row.amount;
    columns.segments[slot] = numbers.segment.get(row.segment_id ?? '') ?? NOWHERE;
    columns.streets[slot] = numbers.street.get(row.street_id ?? '') ?? NOWHERE;
    columns.areas[slot] = numbers.neighbourhood.get(row.neighbourhood_id ?? '') ?? NOWHERE;
    columns.length = slot + 1;
  }
}

/** Gives each text its place in the list, where it is added if it is new. */
function numbering(texts: string[]): (text: string) => number {
  const numbers = new Map(texts.map((text, number) => [text, number]));
  return (text) => {
    const number = numbers.get(text) ?? texts.push(text) - 1;
    numbers.set(text, number);
    return number;
  };
}

const NAMES = [
  'rows',
  'firstDays',
  'lastDays',
  'kinds',
  'sources',
  'origins',
  'amounts',
  'segments',
  'streets',
  'areas',
] as const;

function copySlot(from: FactColumns, slot: number, to: Building, place: number): void {
  for (const name of NAMES) to[name][place] = Number(from[name][slot]);
}

/** The same in the order of first days: counted by day first, so that it takes two passes and no comparing. */
function byDay(columns: Building): FactColumns {
  const { length, firstDays } = columns;
  if (length === 0) return columns;
  let least = Infinity;
  let most = -Infinity;
  for (let slot = 0; slot < length; slot += 1) {
    const day = Number(firstDays[slot]);
    if (day < least) least = day;
    if (day > most) most = day;
  }
  const starts = new Uint32Array(most - least + 2);
  for (let slot = 0; slot < length; slot += 1) {
    const next = Number(firstDays[slot]) - least + 1;
    starts[next] = Number(starts[next]) + 1;
  }
  for (let day = 1; day < starts.length; day += 1) {
    starts[day] = Number(starts[day]) + Number(starts[day - 1]);
  }
  const ordered = room(length, columns);
  for (let slot = 0; slot < length; slot += 1) {
    const day = Number(firstDays[slot]) - least;
    const place = Number(starts[day]);
    starts[day] = place + 1;
    copySlot(columns, slot, ordered, place);
  }
  ordered.length = length;
  return ordered;
}
