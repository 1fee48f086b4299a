/**
 * How far the facts go that a sign is counted from. Days that no file covers hold no facts because nobody brought them
 * in, which says nothing of the streets.
 */
import { z } from 'zod';

import { addDays, type Day, daySchema } from '../../lib/dates.ts';
import { type Coverage, coveredUntil, coversNearly, daysIn } from '../facts/coverage.ts';
import { type ComparedDays, comparedDays } from './comparison-streets.ts';

/**
 * At least this share of the days of an action must be covered before numbers may judge it. It is the share of the
 * dose under which it was not really tried: of an action of which less than half is seen, what is seen was tried less
 * than half as well.
 */
export const LEAST_REACH = 0.5;

export const reachSchema = z.object({
  /** The days of the action until it was counted; `to` is not in it. */
  ran: z.object({ from: daySchema, to: daySchema }),
  /** The first day that not every source covers any more; null where no source is known. */
  until: daySchema.nullable(),
  /** Whether the days that are compared have no hole: every source covers them but for a day in thirty. */
  whole: z.boolean(),
});
export type Reach = z.infer<typeof reachSchema>;

/**
 * The days that an action is judged by: those from its first to its last as far as every source goes, and as many that led
 * up to them. Where no source goes that far they are left as long as the action.
 *
 * @param sources the coverage of each source that counts
 */
export function daysReached(
  first: Day,
  last: Day,
  sources: readonly Coverage[],
): { readonly days: ComparedDays; readonly reach: Reach } {
  const all = comparedDays(first, last);
  const ends = sources.map((coverage) => coveredUntil(coverage) ?? first);
  const until = ends.reduce<Day | null>(
    (least, end) => (least === null || end < least ? end : least),
    null,
  );
  const isCut = until !== null && until > first && until < all.after.to;
  const days = isCut ? comparedDays(first, addDays(until, -1)) : all;
  const whole =
    sources.length > 0 &&
    sources.every((coverage) =>
      [days.before, days.leadUp, days.after].every((period) => coversNearly(coverage, period)),
    );
  return { days, reach: { ran: { ...all.after }, until, whole } };
}

/** How many of the last days of an action no longer every source covers. */
export function daysUnreached({ ran, until }: Reach): number {
  if (until === null || until <= ran.from) return daysIn(ran);
  return until < ran.to ? daysIn({ from: until, to: ran.to }) : 0;
}

/** Whether enough is covered to let numbers judge; what is not counted from facts always is. */
export function isReached(reach: Reach | null | undefined): boolean {
  if (!reach) return true;
  const days = daysIn(reach.ran);
  return reach.whole && days - daysUnreached(reach) >= LEAST_REACH * days;
}
