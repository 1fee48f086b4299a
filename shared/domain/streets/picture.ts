import { Temporal } from 'temporal-polyfill';

import type { Day } from '../../lib/dates.ts';
import { FEELINGS } from '../contacts/code-lists.ts';

/** Fewer answers than this say nothing of a place: they would be a picture of a few persons. */
export const FEWEST_ANSWERS = 5;
/** How many quarters a page looks back for feelings: three years. */
export const QUARTERS_SHOWN = 12;
/** How far back a page counts what contacts were about and when they were, in months. */
export const MONTHS_COUNTED = 12;
/** Hours of a week, Monday 00:00 first. */
export const WEEK_HOURS = 7 * 24;

export interface Quarter {
  readonly from: Day;
  /** The first day that is no longer in it. */
  readonly to: Day;
}

/** The last `count` quarters of the calendar, the oldest first; the last one holds `today`. */
export function quartersUpTo(today: Day, count: number): readonly Quarter[] {
  const day = Temporal.PlainDate.from(today);
  const first = day.with({ day: 1, month: day.month - ((day.month - 1) % 3) });
  return Array.from({ length: count }, (_, index) => {
    const from = first.subtract({ months: 3 * (count - 1 - index) });
    return { from: from.toString(), to: from.add({ months: 3 }).toString() };
  });
}

/** The first day of the stretch that a page counts over: twelve months back, that day included. */
export function countedSince(today: Day): Day {
  return Temporal.PlainDate.from(today).subtract({ months: MONTHS_COUNTED }).toString();
}

/** How the answers of a quarter were spread over the five steps, from never to always. */
export interface FeelingAnswers {
  /** How many answered. */
  readonly n: number;
  /** How many gave each step; null when they are too few to say anything. */
  readonly steps: readonly number[] | null;
}

/** What may be said of these answers. @param steps how many gave each of {@link FEELINGS}, in order. */
export function answersOf(steps: readonly number[]): FeelingAnswers {
  if (steps.length !== FEELINGS.length) throw new RangeError('answersOf: five steps');
  const n = steps.reduce((sum, count) => sum + count, 0);
  return { n, steps: n < FEWEST_ANSWERS ? null : [...steps] };
}

/**
 * Where an hour since 1970 (UTC) stands in the week of the clocks, Monday 00:00 being 0.
 * 1 January 1970 was a Thursday.
 */
export function hourOfWeek(hoursSince1970: number, offsetHours: number): number {
  return (hoursSince1970 + offsetHours + 3 * 24) % WEEK_HOURS;
}
