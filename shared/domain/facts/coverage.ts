/**
 * Which days the files of a source cover. A period that is covered by a part says fewer facts than there were, so
 * trends and comparisons take whole ones alone.
 */
import { type Day, dayNumber, dayNumbered, daysBetween } from '../../lib/dates.ts';
import type { FactPeriod, FactPrecision } from './fact-time.ts';
import { daysOfMonth, missingMonths, type Month, type MonthCounts } from './missing-months.ts';

/** From the first to the last day of the facts of one file, both in it. */
export interface FileDays {
  readonly first: Day;
  readonly last: Day;
  readonly facts: number;
  /** The day on which the file was brought in: it says nothing of later ones. */
  readonly madeOn?: Day;
  /** How many facts each month has; not for a file that mostly knows no more than years. */
  readonly months?: MonthCounts;
}

/** Stretches of days since 1970 in order, parted by days that nothing covers; `to` is not in it. */
export type Coverage = readonly { readonly from: number; readonly to: number }[];

/** Whole days: `to` is not in it. */
export interface DayPeriod {
  readonly from: Day;
  readonly to: Day;
}

/** From the coarsest on. */
const PRECISIONS: readonly FactPrecision[] = ['year', 'month', 'day', 'moment'];

/**
 * The days of a file, from its facts one by one. Facts less exact than most of their file say too much: one that is
 * known to its year would cover the year.
 */
export class FactDays {
  readonly #seen = new Map<FactPrecision, FileDays>();
  readonly #months = new Map<string, number>();

  /** @param facts how many there are of this precision, in this month of their first days */
  add({ precision, firstDay, lastDay }: Omit<FactPeriod, 'hour' | 'weekday'>, facts = 1): void {
    if (precision !== 'year') {
      const month = firstDay.slice(0, 7);
      this.#months.set(month, (this.#months.get(month) ?? 0) + facts);
    }
    const own = { first: firstDay, last: lastDay, facts };
    const known = this.#seen.get(precision);
    this.#seen.set(precision, known ? both(known, own) : own);
  }

  /** Null without a fact. */
  days(): FileDays | null {
    const [most] = [...this.#seen].sort(([, one], [, other]) => other.facts - one.facts);
    if (most === undefined) return null;
    const exact = PRECISIONS.slice(PRECISIONS.indexOf(most[0]));
    const days = exact.flatMap((precision) => this.#seen.get(precision) ?? []).reduce(both);
    return most[0] === 'year' ? days : { ...days, months: Object.fromEntries(this.#months) };
  }
}

function both(one: FileDays, other: FileDays): FileDays {
  return {
    first: one.first < other.first ? one.first : other.first,
    last: one.last > other.last ? one.last : other.last,
    facts: one.facts + other.facts,
  };
}

/** One day of so many may be missing from a period that counts as whole: far less than chance moves a count. */
const MISSING_ONE_OF = 30;
/** So many times the mean time between two facts lies before the first in only one of twenty files. */
const MEAN_GAPS = 3;
/** However rare facts are, a file is not taken to cover more days than these beyond its own. */
export const MOST_DAYS_BEYOND = 21;

/**
 * What the files of one source cover together. Files begin and end some days before their first and after their last
 * fact: as many as chance leaves empty at the pace of the source, a Poisson process. Months that the source lacks
 * ({@link missingMonths}) are not covered by any file that knows months.
 */
export function coverageOf(files: readonly FileDays[]): Coverage {
  const missing = monthsMissing(files).map(daysOfMonth).map(stretchOf);
  const stretches = files.map(({ first, last, madeOn, months }) => ({
    from: dayNumber(first),
    to: dayNumber(last) + 1,
    // Its own day counts where the file has facts of it.
    most: madeOn === undefined ? Infinity : dayNumber(madeOn) + (last < madeOn ? 0 : 1),
    lacks: months === undefined ? [] : missing,
  }));
  const own = merged(stretches.flatMap((one) => without(one, one.lacks)));
  const days = own.reduce((sum, { from, to }) => sum + to - from, 0);
  const facts = files.reduce((sum, file) => sum + file.facts, 0);
  const beyond = Math.min(MOST_DAYS_BEYOND, Math.floor((MEAN_GAPS * days) / Math.max(1, facts)));
  return merged(
    stretches.flatMap(({ from, to, most, lacks }) =>
      without({ from: from - beyond, to: Math.min(to + beyond, most) }, lacks),
    ),
  );
}

/** The months that the files of one source lack between them. */
export function monthsMissing(files: readonly FileDays[]): readonly Month[] {
  return missingMonths(files.flatMap(({ months }) => (months === undefined ? [] : [months])));
}

type Stretch = Coverage[number];

/** What is left of a stretch without others, which are in order and apart. */
function without(stretch: Stretch, others: Coverage): Coverage {
  const left: Stretch[] = [];
  let { from } = stretch;
  for (const other of others) {
    if (other.from > from) left.push({ from, to: Math.min(other.from, stretch.to) });
    from = Math.max(from, other.to);
    if (from >= stretch.to) return left;
  }
  return [...left, { from, to: stretch.to }];
}

function merged(stretches: Coverage): Coverage {
  const whole: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else whole.push({ from, to });
  }
  return whole;
}

/** Whether a period is over and covered but for a day in {@link MISSING_ONE_OF}. */
export function coversWhole(coverage: Coverage, period: DayPeriod, today: Day): boolean {
  return period.to <= today && coversNearly(coverage, period);
}

/** Whether a period is covered but for a day in {@link MISSING_ONE_OF}, be it over or not. */
export function coversNearly(coverage: Coverage, period: DayPeriod): boolean {
  const days = daysIn(period);
  return days - coveredDays(coverage, period) <= days / MISSING_ONE_OF;
}

/** The day after the last one that is covered; null where nothing is. */
export function coveredUntil(coverage: Coverage): Day | null {
  const last = coverage.at(-1);
  return last === undefined ? null : dayNumbered(last.to);
}

/** How many days a period has. */
export function daysIn({ from, to }: DayPeriod): number {
  return daysBetween(from, to);
}

/** How many days of a period are covered. */
export function coveredDays(coverage: Coverage, period: DayPeriod): number {
  const [begin, end] = [dayNumber(period.from), dayNumber(period.to)];
  return coverage.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - Math.max(from, begin)),
    0,
  );
}

function stretchOf({ from, to }: DayPeriod): Stretch {
  return { from: dayNumber(from), to: dayNumber(to) };
}

/** Of one source, period by period in their order. */
export interface CoveredCounts {
  readonly isWhole: readonly boolean[];
  readonly counts: readonly number[];
}

/** Periods beside one another, `to` not in it, and the numbers of the sources that cover all of them. */
export interface WholeStretch {
  readonly from: number;
  readonly to: number;
  readonly sources: readonly number[];
}

/**
 * The periods, and the sources that cover each of them wholly, that hold the most facts: a source that begins late or
 * ended early either shortens the stretch or is left out of it. Of equals the longest, then the latest. Null where
 * no source covers any period.
 */
export function bestStretch(sources: readonly CoveredCounts[]): WholeStretch | null {
  const periods = Math.max(0, ...sources.map(({ isWhole }) => isWhole.length));
  let best: (WholeStretch & { readonly facts: number }) | null = null;
  for (let from = 0; from < periods; from += 1) {
    let covering = sources.map((_, number) => number);
    let facts = 0;
    for (let to = from + 1; to <= periods; to += 1) {
      covering = covering.filter((number) => sources[number]?.isWhole[to - 1] === true);
      if (covering.length === 0) break;
      facts = covering.reduce((sum, number) => sum + sumOf(sources[number], from, to), 0);
      const length = to - from;
      const isBetter =
        best === null ||
        facts > best.facts ||
        (facts === best.facts && length >= best.to - best.from);
      if (isBetter) best = { from, to, sources: covering, facts };
    }
  }
  return best && { from: best.from, to: best.to, sources: best.sources };
}

function sumOf(source: CoveredCounts | undefined, from: number, to: number): number {
  return source?.counts.slice(from, to).reduce((sum, count) => sum + count, 0) ?? 0;
}
