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
  /**
   * How much more than the year before came from places that had reported nothing two years before; of the second year,
   * what new places brought less what had come from those that report no more.
   */
  readonly riseOfNew: number;
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

/**
 * Of years in which the method may have changed, those in which a change would part these days, two at least: nobody
 * knows on which day of the year it was.
 *
 * @param suspects first days of years.
 */
export function suspectsWithin(
  { from, to }: { readonly from: Day; readonly to: Day },
  suspects: readonly Day[],
): readonly Day[] {
  return suspects.filter((first) => first < to && from < `${yearOf(first)}-12-31`);
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}

/** Places that report must grow by this share, or one count of them is like another. */
const NOTABLE_GROWTH = 0.1;
/** From which share of a rise on, places that came anew are what it is made of. */
const MADE_OF = 0.5;

/**
 * Years in which more was counted, from more places, and half or more of the rise is that of places that
 * had not reported two years before: that is what a change of method looks like (new cameras, which count for a part
 * of their first year), and somebody should say whether it was one. Where more of everything is reported, new places
 * join as well, but those that had reported rise no less. What a place reported two years before says nothing of the
 * luck of the two years that are compared. It is a question, never an answer, but as long as it stands a trend would be an answer.
 *
 * @param years without gaps, in order.
 */
export function suspectBreaks(years: readonly ReportingYear[]): readonly Day[] {
  return years.flatMap((year, at) => {
    const before = years[at - 1];
    if (before === undefined || before.places === 0) return [];
    const grew = year.places >= before.places * (1 + NOTABLE_GROWTH);
    const rise = year.amount - before.amount;
    const isNew = rise > 0 && year.riseOfNew >= MADE_OF * rise;
    return grew && isNew ? [daySchema.parse(`${year.year}-01-01`)] : [];
  });
}
