import { addDays, type Day } from '../../lib/dates.ts';
import type { Id } from '../../lib/ids.ts';
import { daysIn, type Measure, ONCE, type Period } from '../actions/measure.ts';
import { lengthOf } from '../actions/time-window.ts';
import { isoDayOf, overlapOf } from './week.ts';

/** What the board knows of a measure. */
export type BoardMeasure = Pick<
  Measure,
  | 'id'
  | 'actionId'
  | 'segmentId'
  | 'streetId'
  | 'type'
  | 'minutes'
  | 'timesPerWeek'
  | 'windows'
  | 'officerId'
  | 'partnerId'
>;

/** A window of a measure on one day, on the clocks of Europe/Brussels. */
export interface Occurrence {
  readonly measureId: Id;
  /** Which of the measure's windows, from 0. */
  readonly window: number;
  /** The day on which it begins. */
  readonly day: Day;
  /** Minutes since midnight of `day`; `to` is over 1440 when it goes on after midnight. */
  readonly from: number;
  readonly to: number;
}

/**
 * The days of a plan on which a measure asks for time: all of them, or for what is done once the last one on which
 * one of its windows begins.
 */
export function daysAsked(
  { windows, timesPerWeek }: Pick<BoardMeasure, 'windows' | 'timesPerWeek'>,
  plan: Period,
): Period {
  if (timesPerWeek !== ONCE) return plan;
  const weekdays = new Set(windows.flatMap(({ days }) => days));
  const last = [0, 1, 2, 3, 4, 5, 6]
    .map((before) => addDays(plan.to, -before))
    .find((day) => day >= plan.from && weekdays.has(isoDayOf(day)));
  const day = last ?? plan.to;
  return { from: day, to: day };
}

/**
 * The windows of a measure that begin on the days of `period`, as far as the plan of its action goes, by day and
 * hour. A window that goes on after midnight belongs to the day on which it begins.
 *
 * @param plan the days of the action, both included.
 */
export function occurrencesIn(
  measure: Pick<BoardMeasure, 'id' | 'windows'>,
  plan: Period,
  period: Period,
): readonly Occurrence[] {
  if (measure.windows.length === 0) return [];
  const days = overlapOf(plan, period);
  if (!days) return [];
  const firstWeekday = isoDayOf(days.from);
  const count = daysIn(days);
  const found: Occurrence[] = [];
  for (const [window, one] of measure.windows.entries()) {
    const to = one.from + lengthOf(one);
    for (const weekday of one.days) {
      for (let after = (weekday - firstWeekday + 7) % 7; after < count; after += 7) {
        const day = addDays(days.from, after);
        found.push({ measureId: measure.id, window, day, from: one.from, to });
      }
    }
  }
  return found.sort(earlier);
}

/** By day and hour, then by measure and window. */
export function earlier(one: Occurrence, other: Occurrence): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  if (one.from !== other.from) return one.from - other.from;
  if (one.measureId !== other.measureId) return one.measureId < other.measureId ? -1 : 1;
  return one.window - other.window;
}
