/**
 * Months that a source lacks. A file from January to December without a fact in March either tells that nothing
 * happened in March, or was made without it, and the one cannot be taken for the other.
 */
import { z } from 'zod';

import type { Day } from '../../lib/dates.ts';

/** A month of a year: `2025-03`. */
export const monthSchema = z.string().regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/);
export type Month = z.infer<typeof monthSchema>;

/** How many facts each month has, of those that have any. */
export type MonthCounts = Readonly<Record<Month, number>>;

/** Months that follow each other, both in it. */
export interface MonthRun {
  readonly first: Month;
  readonly last: Month;
}

/** As likely as this, at most, chance alone leaves one month or more of a source empty before it counts as missing. */
export const MOST_CHANCE = 0.01;

/**
 * The months between the first and the last fact of a source in which no file of it has one, though chance would not
 * have left them empty. Facts at a steady pace are a Poisson process: of months with `m` facts on average one is empty
 * with a chance of e^−m, so that of `n` months any is with at most n·e^−m, which must stay under {@link MOST_CHANCE}.
 * The average is of the months that have facts: those that are missing say nothing of the pace.
 *
 * @param files the counts of each file that stands
 */
export function missingMonths(files: readonly MonthCounts[]): readonly Month[] {
  const counts = new Map<Month, number>();
  for (const [month, facts] of files.flatMap((file) => Object.entries(file))) {
    if (facts > 0) counts.set(month, (counts.get(month) ?? 0) + facts);
  }
  const known = [...counts.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between: Month[] = [];
  for (let month = next(first); month < last; month = next(month)) between.push(month);
  const mean = [...counts.values()].reduce((sum, facts) => sum + facts, 0) / counts.size;
  if (between.length * Math.exp(-mean) >= MOST_CHANCE) return [];
  return between.filter((month) => !counts.has(month));
}

/** Months in their order, those that follow each other together. */
export function runsOfMonths(months: readonly Month[]): readonly MonthRun[] {
  const runs: { first: Month; last: Month }[] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run && next(run.last) === month) run.last = month;
    else runs.push({ first: month, last: month });
  }
  return runs;
}

/** The days of a month: `to` is not in it. */
export function daysOfMonth(month: Month): { readonly from: Day; readonly to: Day } {
  return { from: firstDayOf(month), to: firstDayOf(next(month)) };
}

/** The first day of a month. */
export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

function next(month: Month): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
