import { addDays, type Day, dayNumber } from '../../lib/dates.ts';
import type { Period } from '../actions/measure.ts';

/** The Monday of the week that `day` lies in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - isoDayOf(day));
}

/** The ISO day of the week: 1 is Monday, 7 is Sunday. */
export function isoDayOf(day: Day): number {
  // 1 January 1970 was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** Monday to Sunday of the week that `day` lies in. */
export function weekOf(day: Day): Period {
  const from = mondayOf(day);
  return { from, to: addDays(from, 6) };
}

/** So many weeks, the first of them the one that `day` lies in. */
export function weeksFrom(day: Day, count: number): readonly Period[] {
  const monday = mondayOf(day);
  return Array.from({ length: count }, (_, index) => weekOf(addDays(monday, index * 7)));
}

/** The days that both periods have; undefined when they have none. */
export function overlapOf(one: Period, other: Period): Period | undefined {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : undefined;
}
