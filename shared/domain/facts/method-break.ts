import { type Day, daySchema } from '../../lib/dates.ts';
import type { MethodBreak } from './fact.ts';

/** What was counted in one stretch of time: a year, a month. `to` is not in it. */
export interface CountedPeriod {
  readonly from: Day;
  readonly to: Day;
  readonly amount: number;
}

/** A series may have a trend, or a reason why it has none. */
export type Trend =
  | { readonly kind: 'trend'; readonly perPeriod: number }
  | { readonly kind: 'method-break'; readonly breaks: readonly MethodBreak[] }
  | { readonly kind: 'too-short' };

/** Fewer periods than this show no direction, whatever they hold. */
const FEWEST_PERIODS = 4;

/**
 * How much the counts rise or fall from one period to the next: the median of all slopes between two
 * periods (Sen, JASA 1968), which a single odd year does not turn. Counts from before and after a change
 * of method are not compared: then the answer is the change, and no number.
 *
 * @param periods in order of time, equally long.
 */
export function trendOf(periods: readonly CountedPeriod[], breaks: readonly MethodBreak[]): Trend {
  const between = breaksWithin(periods, breaks);
  if (between.length > 0) return { kind: 'method-break', breaks: between };
  if (periods.length < FEWEST_PERIODS) return { kind: 'too-short' };
  const slopes = periods.flatMap((later, at) =>
    periods.slice(0, at).map((earlier, from) => (later.amount - earlier.amount) / (at - from)),
  );
  return { kind: 'trend', perPeriod: median(slopes) };
}

/**
 * The breaks that part these periods: later than the first day of all, so that something lies before, and
 * before the end of the last.
 */
export function breaksWithin(
  periods: readonly Pick<CountedPeriod, 'from' | 'to'>[],
  breaks: readonly MethodBreak[],
): readonly MethodBreak[] {
  const first = periods[0]?.from;
  const end = periods.at(-1)?.to;
  if (first === undefined || end === undefined) return [];
  return breaks.filter(({ on }) => first < on && on < end);
}

/** The run of periods after the last break: those that can be compared with one another. */
export function comparablePeriods(
  periods: readonly CountedPeriod[],
  breaks: readonly MethodBreak[],
): readonly CountedPeriod[] {
  const last = breaksWithin(periods, breaks)
    .map(({ on }) => on)
    .reduce((latest, on) => (on > latest ? on : latest), '');
  return periods.filter(({ from }) => from >= last);
}

/** What one year brought, and from how many places it was reported. */
export interface ReportingYear {
  readonly year: number;
  readonly amount: number;
  readonly places: number;
}

/** Places that report must grow by this share, or one count of them is like another. */
const NOTABLE_GROWTH = 0.1;

/**
 * Years in which places that report and counts rose together: that is what a change of method looks like
 * (new cameras), and somebody should say whether it was one. It is a question, never an answer.
 *
 * @param years without gaps, in order.
 */
export function suspectBreaks(years: readonly ReportingYear[]): readonly Day[] {
  return years.flatMap((year, at) => {
    const before = years[at - 1];
    if (before === undefined || before.places === 0) return [];
    const grew = year.places >= before.places * (1 + NOTABLE_GROWTH);
    return grew && year.amount > before.amount ? [daySchema.parse(`${year.year}-01-01`)] : [];
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}
