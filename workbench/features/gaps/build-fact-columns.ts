/** Columns of facts while they are put together: a slice at a time, and one column after the other when they move. */
import { FACT_ORIGINS } from '#shared/domain/facts/fact.ts';
import { dayNumber } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { factsAfter } from '../../store/repositories/gap-repository.ts';
import { NOWHERE, type TownPlaces } from './town-places.ts';

/** Room for so much more at a time than there is: it grows seldom, and little of it stays empty. */
const GROWTH = 1.5;

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

type Numbers = Float64Array | Int32Array | Uint16Array | Uint8Array;
type Building = { -readonly [Name in keyof FactColumns]: FactColumns[Name] };
export type FactRow = Awaited<ReturnType<ReturnType<typeof factsAfter>['execute']>>[number];
type Pause = () => Promise<void>;

/** No facts, and none read yet. */
const EMPTY: FactColumns = {
  length: 0,
  rows: new Float64Array(),
  firstDays: new Int32Array(),
  lastDays: new Int32Array(),
  kinds: new Uint16Array(),
  kindCodes: [],
  sources: new Uint16Array(),
  sourceIds: [],
  origins: new Uint8Array(),
  amounts: new Float64Array(),
  segments: new Int32Array(),
  streets: new Int32Array(),
  areas: new Int32Array(),
};

export interface FactBuilder {
  add(rows: readonly FactRow[]): void;
  /** All that were added, and those that it began with, in the order of their first days. */
  finish(): Promise<FactColumns>;
}

/**
 * Begins with those of `before` for which `stays` is true, by the number of their row. What it began with is not
 * changed: others may be counting from it.
 *
 * @param pause awaited between slices.
 */
export async function factBuilder(
  { numbers }: TownPlaces,
  pause: Pause,
  before: FactColumns = EMPTY,
  stays: (row: number) => boolean = () => true,
): Promise<FactBuilder> {
  const columns: Building = { ...before };
  await take(columns, slotsOf(before, stays), pause);
  const kindCodes = [...before.kindCodes];
  const sourceIds = [...before.sourceIds];
  const kindOf = numbering(kindCodes);
  const sourceOf = numbering(sourceIds);
  const numberOfDay = remembering(dayNumber);
  return {
    add(rows) {
      makeRoom(columns, rows.length);
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
    },
    async finish() {
      const order = slotsByDay(columns);
      await pause();
      await take(columns, order, pause);
      return { ...columns, kindCodes, sourceIds };
    },
  };
}

function slotsOf({ rows, length }: FactColumns, stays: (row: number) => boolean): Uint32Array {
  const slots = new Uint32Array(length);
  let count = 0;
  for (let slot = 0; slot < length; slot += 1) {
    if (!stays(Number(rows[slot]))) continue;
    slots[count] = slot;
    count += 1;
  }
  return slots.subarray(0, count);
}

/** The slots in the order of first days: counted by day first, so that it takes two passes and no comparing. */
function slotsByDay({ length, firstDays }: FactColumns): Uint32Array {
  const slots = new Uint32Array(length);
  if (length === 0) return slots;
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
  for (let slot = 0; slot < length; slot += 1) {
    const day = Number(firstDays[slot]) - least;
    const place = Number(starts[day]);
    starts[day] = place + 1;
    slots[place] = slot;
  }
  return slots;
}

/** Leaves these slots in this order and no room. One column is there twice at a time, never all of them. */
async function take(columns: Building, slots: Uint32Array, pause: Pause): Promise<void> {
  for (const name of NAMES) {
    replace(columns, name, (old) => {
      const taken = like(old, slots.length);
      for (let place = 0; place < slots.length; place += 1) {
        taken[place] = Number(old[Number(slots[place])]);
      }
      return taken;
    });
    if (slots.length > 0) await pause();
  }
  columns.length = slots.length;
}

function makeRoom(columns: Building, more: number): void {
  const size = columns.length + more;
  if (size <= columns.rows.length) return;
  const room = Math.max(size, Math.ceil(columns.length * GROWTH));
  for (const name of NAMES) {
    replace(columns, name, (old) => {
      const grown = like(old, room);
      grown.set(old);
      return grown;
    });
  }
}

function replace<Name extends (typeof NAMES)[number]>(
  columns: Pick<Building, Name>,
  name: Name,
  by: (old: Numbers) => Numbers,
): void {
  columns[name] = by(columns[name]) as Building[Name];
}

/** An empty column of the same kind. */
function like(column: Numbers, length: number): Numbers {
  return new (column.constructor as new (length: number) => Numbers)(length);
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

/** Works out the number of each text once: half a million facts have few days. */
function remembering(work: (text: string) => number): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? work(text);
    numbers.set(text, number);
    return number;
  };
}
