/**
 * Recorded facts as columns of numbers, kept in memory while the file is open: half a million take 15 MB, and a
 * pass over all of them some milliseconds. Facts come and go by whole imports, so they are read anew then.
 */
import { setImmediate } from 'node:timers/promises';

import { FACT_ORIGINS } from '#shared/domain/facts/fact.ts';
import type { Day } from '#shared/lib/dates.ts';

import { factsAfter, factsVersion } from '../../store/repositories/gap-repository.ts';
import type { Store } from '../../store/store.ts';
import { NOWHERE, type TownPlaces } from './town-places.ts';

const PART = 8_000;
const DAY_MILLISECONDS = 86_400_000;

export interface FactColumns {
  readonly length: number;
  /** Days since 1970 between which each happened, both included. */
  readonly firstDays: Int32Array;
  readonly lastDays: Int32Array;
  /** Places in `kindCodes`. */
  readonly kinds: Uint16Array;
  readonly kindCodes: readonly string[];
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
export async function factColumns(store: Store, town: TownPlaces): Promise<FactColumns> {
  const version = JSON.stringify(await factsVersion(store.read).executeTakeFirstOrThrow());
  const known = kept.get(store);
  if (known?.version === version && known.town === town) return known.columns;
  const columns = readAll(store, town);
  const entry = { version, town, columns };
  kept.set(store, entry);
  columns.catch(() => {
    if (kept.get(store) === entry) kept.delete(store);
  });
  return columns;
}

type Row = Awaited<ReturnType<ReturnType<typeof factsAfter>['execute']>>[number];

async function readAll(store: Store, town: TownPlaces): Promise<FactColumns> {
  const parts: Row[][] = [];
  let last = 0;
  for (;;) {
    const rows = await factsAfter(store.read, last, PART).execute();
    parts.push(rows);
    if (rows.length < PART) return columnsOf(parts, town);
    last = rows.at(-1)?.row_id ?? last;
    await setImmediate();
  }
}

function columnsOf(parts: readonly (readonly Row[])[], town: TownPlaces): FactColumns {
  const length = parts.reduce((sum, rows) => sum + rows.length, 0);
  const kindCodes: string[] = [];
  const kindNumbers = new Map<string, number>();
  const days = new Map<Day, number>();
  const columns = {
    length,
    firstDays: new Int32Array(length),
    lastDays: new Int32Array(length),
    kinds: new Uint16Array(length),
    kindCodes,
    origins: new Uint8Array(length),
    amounts: new Float64Array(length),
    segments: new Int32Array(length),
    streets: new Int32Array(length),
    areas: new Int32Array(length),
  };
  const numberOfDay = (day: Day): number => {
    const known = days.get(day);
    if (known !== undefined) return known;
    const number = dayNumber(day);
    days.set(day, number);
    return number;
  };
  let slot = 0;
  for (const row of parts.flat()) {
    let kind = kindNumbers.get(row.kind);
    if (kind === undefined) {
      kind = kindCodes.push(row.kind) - 1;
      kindNumbers.set(row.kind, kind);
    }
    const { numbers } = town;
    columns.firstDays[slot] = numberOfDay(row.first_day);
    columns.lastDays[slot] = numberOfDay(row.last_day);
    columns.kinds[slot] = kind;
    columns.origins[slot] = FACT_ORIGINS.indexOf(row.origin);
    columns.amounts[slot] = row.amount;
    columns.segments[slot] = numbers.segment.get(row.segment_id ?? '') ?? NOWHERE;
    columns.streets[slot] = numbers.street.get(row.street_id ?? '') ?? NOWHERE;
    columns.areas[slot] = numbers.neighbourhood.get(row.neighbourhood_id ?? '') ?? NOWHERE;
    slot += 1;
  }
  return columns;
}
