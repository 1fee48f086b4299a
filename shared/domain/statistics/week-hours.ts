import { logBinomialTail } from './binomial.ts';
import { adjustedPValues, FALSE_DISCOVERY_SHARE } from './false-discovery.ts';
import { type Interval, poissonInterval } from './intervals.ts';

const DAYS = 7;
const HOURS = 24;
/** Hours that are put together: single ones would hold too few to say anything. */
export const PART_HOURS = 4;
const PARTS = HOURS / PART_HOURS;

/** A part of one day of the week: four hours. */
export interface WeekPart {
  /** 0 for Monday. */
  readonly day: number;
  /** The first hour, 0 to 20. */
  readonly from: number;
  readonly count: number;
  /** Where the number to be expected lies. */
  readonly interval: Interval;
  /**
   * Whether it stands out above an even spread over the week, with the chance of 42 looks taken into account;
   * false where there are too few in all.
   */
  readonly standsOut: boolean;
}

/** Fewer in a week than this make no part stand out: an even spread would put less than one in each. */
export const FEWEST_OF_WEEK = DAYS * PARTS;

/**
 * When in the week something happens, by parts of four hours, each with its uncertainty.
 *
 * @param hours counts by hour of the week, Monday 00:00 first, 168 of them; RangeError otherwise
 * @returns 42 parts in the order of the week
 */
export function weekParts(hours: readonly number[]): readonly WeekPart[] {
  if (hours.length !== DAYS * HOURS) throw new RangeError('weekParts: 168 hours');
  const counts = Array.from({ length: DAYS * PARTS }, (_, part) =>
    hours.slice(part * PART_HOURS, (part + 1) * PART_HOURS).reduce((sum, count) => sum + count, 0),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const enough = total >= FEWEST_OF_WEEK;
  const adjusted = adjustedPValues(
    counts.map((count) => (enough ? moreThanEven(count, total) : null)),
  );
  return counts.map((count, part) => ({
    day: Math.floor(part / PARTS),
    from: (part % PARTS) * PART_HOURS,
    count,
    interval: poissonInterval(count),
    standsOut: (adjusted[part] ?? 1) <= FALSE_DISCOVERY_SHARE,
  }));
}

/** The probability of at least so many where the week is even (exact tail of a binomial share); rounding aside, 0 to 1. */
function moreThanEven(count: number, total: number): number {
  return Math.min(1, Math.exp(logBinomialTail(count, total, 1 / (DAYS * PARTS))));
}
