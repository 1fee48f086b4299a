import { Temporal } from 'temporal-polyfill';

import { type Day, daySchema, ZONE } from '../../lib/dates.ts';
import type { Position } from '../territory/geometry.ts';
import type { ToDegrees } from '../territory/import/coordinate-systems.ts';
import { type Fact, LARGEST_AMOUNT, LONGEST_FACT_TEXT } from './fact.ts';
import type { FactField, FactPlan } from './fact-plan.ts';
import { factPeriodOf, type FactTime } from './fact-time.ts';

/** Why a row is not taken. */
export const FACT_REFUSALS = [
  'wrong-column-count',
  'missing-time',
  'unreadable-time',
  'in-the-future',
  'unknown-kind',
  'unknown-origin',
  'unreadable-amount',
  /** A sum of none: there is no fact in it. */
  'nothing-counted',
  'half-coordinates',
  'unreadable-coordinates',
  'coordinates-out-of-range',
  'too-long',
  /** The file has this id before. */
  'repeated',
  /** An earlier import of this source has it. */
  'known',
] as const;
export type FactRefusal = (typeof FACT_REFUSALS)[number];

/** A fact as its row tells it, not yet tied to a street. */
export type FactDraft = Omit<Fact, 'tie' | 'streetId' | 'segmentId'>;

export interface RefusedFact {
  readonly reason: FactRefusal;
  readonly field: FactField;
  readonly value: string;
}

export interface FactReading {
  readonly plan: FactPlan;
  readonly toDegrees: ToDegrees;
  /** The day on which it is read: nothing has happened after it. */
  readonly today: Day;
}

type Cell = (field: FactField) => string;

/**
 * Reads one row.
 *
 * @param cell the text of the column that fills a field, without blanks around it; empty without one.
 */
export function readFactRow(
  cell: Cell,
  reading: FactReading,
): { readonly fact: FactDraft } | { readonly refused: RefusedFact } {
  try {
    return { fact: factOf(cell, reading) };
  } catch (cause) {
    if (cause instanceof RowRefused) return { refused: cause };
    throw cause;
  }
}

class RowRefused extends Error implements RefusedFact {
  readonly reason: FactRefusal;
  readonly field: FactField;
  readonly value: string;

  constructor(reason: FactRefusal, field: FactField, value: string) {
    super(reason);
    this.reason = reason;
    this.field = field;
    this.value = value;
  }
}

function factOf(cell: Cell, { plan, toDegrees, today }: FactReading): FactDraft {
  const time = timeOf(cell, plan);
  if (factPeriodOf(time).firstDay > today) throw new RowRefused('in-the-future', 'date', time);
  const position = positionOf(cell, plan, toDegrees);
  const amount = amountOf(cell('amount'));
  const text = (field: 'externalId' | 'placeText' | 'outcome') => textOf(cell, field);
  return {
    ...text('externalId'),
    kind: kindOf(cell('kind'), plan),
    origin: originOf(cell('origin'), plan),
    ...(amount !== 1 && { amount }),
    time,
    ...(position !== undefined && { position: [...position] as [number, number] }),
    ...text('placeText'),
    ...text('outcome'),
  };
}

function textOf<Field extends 'externalId' | 'placeText' | 'outcome'>(cell: Cell, field: Field) {
  const text = cell(field);
  if (text.length > LONGEST_FACT_TEXT) throw new RowRefused('too-long', field, text);
  return text === '' ? {} : { [field]: text };
}

function kindOf(text: string, plan: FactPlan): string {
  const kind = (Object.hasOwn(plan.kinds, text) ? plan.kinds[text] : undefined) ?? plan.otherKind;
  if (kind === null) throw new RowRefused('unknown-kind', 'kind', text);
  return kind;
}

function originOf(text: string, plan: FactPlan): Fact['origin'] {
  if (text === '') return plan.origin;
  const origin = Object.hasOwn(plan.origins, text) ? plan.origins[text] : null;
  if (!origin) throw new RowRefused('unknown-origin', 'origin', text);
  return origin;
}

function amountOf(text: string): number {
  if (text === '') return 1;
  const amount = /^\d{1,9}$/.test(text) ? Number(text) : Infinity;
  if (amount === 0) throw new RowRefused('nothing-counted', 'amount', text);
  if (amount > LARGEST_AMOUNT) {
    throw new RowRefused('unreadable-amount', 'amount', text);
  }
  return amount;
}

function positionOf(cell: Cell, plan: FactPlan, toDegrees: ToDegrees): Position | undefined {
  const fields =
    plan.coordinates === 'EPSG:4326' ? (['longitude', 'latitude'] as const) : (['x', 'y'] as const);
  const texts = fields.map(cell);
  if (texts.every((text) => text === '')) return undefined;
  const [x = Number.NaN, y = Number.NaN] = fields.map((field, at) => {
    const text = texts[at] ?? '';
    if (text === '') throw new RowRefused('half-coordinates', field, '');
    const number = numberOf(text);
    if (number === undefined) throw new RowRefused('unreadable-coordinates', field, text);
    return number;
  });
  const position = toDegrees(x, y);
  if (!position) throw new RowRefused('coordinates-out-of-range', fields[0], texts.join(' '));
  return position;
}

/** A number with a point or a comma for its decimals. */
function numberOf(text: string): number | undefined {
  return /^[-+]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const MONTH_FIRST = /^(\d{1,2})[/.-](\d{4})$/;
const CLOCK = /^(\d{1,2})[:hu](\d{2})(?::\d{2}(?:[.,]\d+)?)?$/;
const WITH_CLOCK = /^(.+?)(?:T|,? +)(\d{1,2}[:hu]\d{2}.*?)(Z|[+-]\d{2}:\d{2})?$/;

/**
 * The time of a row, no more exact than it is written: `2018-12`, `05/12/2018`, `5-12-2018 14:30`,
 * `2018-12-05T14:30:00Z`, or a year and a month of columns of their own. The day comes before the month.
 * Throws where there is none, or one that no calendar and no clock in Brussels has.
 */
function timeOf(cell: Cell, plan: FactPlan): FactTime {
  const written = cell('date');
  if (written === '') return fromParts(cell);
  const [, day = written, ownClock = '', zone = ''] = WITH_CLOCK.exec(written) ?? [];
  const date = dateOf(day);
  const unreadable = (field: FactField, value: string): RowRefused =>
    new RowRefused('unreadable-time', field, value);
  if (date === undefined) throw unreadable('date', written);
  const clock = cell('time') || ownClock;
  if (clock === '') return date;
  const [, hours, minutes] = CLOCK.exec(clock) ?? [];
  if (hours === undefined || minutes === undefined || date.length < 10) {
    throw unreadable(ownClock === '' ? 'time' : 'date', clock);
  }
  const hour = Number(hours);
  if (plan.midnightIsUnknown && hour === 0 && Number(minutes) === 0) return date;
  const moment = momentOf(`${date}T${hours.padStart(2, '0')}:${minutes}:00`, zone);
  if (moment === undefined) throw unreadable(ownClock === '' ? 'time' : 'date', clock);
  return moment;
}

function fromParts(cell: Cell): FactTime {
  const [year, month] = [cell('year'), cell('month')];
  if (year === '') throw new RowRefused('missing-time', 'date', '');
  const text = month === '' ? year : `${year}-${month.padStart(2, '0')}`;
  const date = dateOf(text);
  if (date === undefined) {
    throw new RowRefused('unreadable-time', month === '' ? 'year' : 'month', text);
  }
  return date;
}

/** A year, month or day as {@link FactTime} writes it; undefined for what is none. */
function dateOf(text: string): FactTime | undefined {
  const [, isoYear, isoMonth, isoDay] = ISO.exec(text) ?? [];
  const [, day, dayMonth, dayYear] = DAY_FIRST.exec(text) ?? [];
  const [, month, monthYear] = MONTH_FIRST.exec(text) ?? [];
  const parts = [isoYear ?? dayYear ?? monthYear, isoMonth ?? dayMonth ?? month, isoDay ?? day];
  const known = parts.filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const [year] = known;
  if (year === undefined || year < '1900' || year > '2099') return undefined;
  const whole = [...known, '01', '01'].slice(0, 3).join('-');
  return daySchema.safeParse(whole).success ? known.join('-') : undefined;
}

/** A moment by the clock of Brussels, or of the zone that is written; undefined where no clock shows it. */
function momentOf(local: string, zone: string): string | undefined {
  try {
    const instant =
      zone === ''
        ? Temporal.PlainDateTime.from(local)
            .toZonedDateTime(ZONE, { disambiguation: 'earlier' })
            .toInstant()
        : Temporal.Instant.from(`${local}${zone}`);
    const skipped =
      zone === '' &&
      instant.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'second' }) !==
        local;
    return skipped ? undefined : new Date(instant.epochMilliseconds).toISOString();
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}
