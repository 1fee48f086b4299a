import { type Day, daySchema } from '../../lib/dates.ts';
import type { MethodBreak } from './fact.ts';

/** The breaks that part a series: later than its first day, so that something lies before, and before its end. */
export function breaksWithin(
  { from, to }: { readonly from: Day; readonly to: Day },
  breaks: readonly MethodBreak[],
): readonly MethodBreak[] {
  return breaks.filter(({ on }) => from < on && on < to);
}

/** What one year brought, and from how many places it was reported. */
export interface ReportingYear {
  readonly year: number;
  readonly amount: number;
  readonly places: number;
}

/** What somebody said of the method of a source: when it changed, and when it did not although it looked so. */
export interface KnownMethod {
  readonly breaks: readonly MethodBreak[];
  /** First days of years. */
  readonly unchanged: readonly Day[];
}

/** The first days of years of which nobody has said yet whether the method changed, though it looks so. */
export function openSuspects(
  years: readonly ReportingYear[],
  { breaks, unchanged }: KnownMethod,
): readonly Day[] {
  const answered = new Set([...breaks.map(({ on }) => on), ...unchanged].map(yearOf));
  return suspectBreaks(years).filter((day) => !answered.has(yearOf(day)));
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}

/** Places that report must grow by this share, or one count of them is like another. */
const NOTABLE_GROWTH = 0.1;

/**
 * Years in which places that report and counts rose together: that is what a change of method looks like
 * (new cameras), and somebody should say whether it was one. It is a question, never an answer, but as long as it stands
 * a trend would be an answer.
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
