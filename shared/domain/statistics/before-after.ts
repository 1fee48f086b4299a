import type { Interval } from './intervals.ts';
import { twoSidedP, Z95 } from './normal.ts';

/** Counts of one area over two periods of equal length. */
export interface BeforeAfter {
  /** Whole numbers, at least 0. */
  readonly before: number;
  readonly after: number;
}

export interface DifferenceInDifferences {
  /**
   * How the treated area changed for each unit that the comparison changed: below 1 it fell more, or rose
   * less. 0.7 means 30 % fewer than the comparison leads to expect.
   */
  readonly ratio: number;
  readonly interval: Interval;
  /** How many fewer (below 0) or more there were afterwards than the comparison leads to expect. */
  readonly difference: number;
  /** The probability of a ratio at least as far from 1 by chance alone. */
  readonly p: number;
}

/**
 * Difference in differences of counts, as a ratio of ratios (the relative incident rate ratio of Wilson 2022,
 * Journal of Quantitative Criminology 38; the odds ratio of Welsh and Farrington 2009): what the area did
 * while comparison streets, which the same seasons and fashions hit, did something else.
 *
 * Half an event is added to each count when one of them is zero (Haldane 1956, Anscombe 1956).
 *
 * @param overdispersion how many times the counts vary more than independent events would; 1 or more.
 * Facts come in series: 1 makes intervals too narrow where that is the case.
 */
export function differenceInDifferences(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  overdispersion = 1,
): DifferenceInDifferences {
  if (!(overdispersion >= 1)) throw new RangeError('differenceInDifferences: 1 or more');
  const counts = [treated.before, treated.after, comparison.before, comparison.after];
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) {
    throw new RangeError('differenceInDifferences: counts');
  }
  const added = counts.includes(0) ? 0.5 : 0;
  const [a, b, c, d] = [
    treated.before + added,
    treated.after + added,
    comparison.before + added,
    comparison.after + added,
  ];
  const log = Math.log((b * c) / (a * d));
  const error = Math.sqrt(overdispersion * (1 / a + 1 / b + 1 / c + 1 / d));
  return {
    ratio: Math.exp(log),
    interval: { low: Math.exp(log - Z95 * error), high: Math.exp(log + Z95 * error) },
    difference: b - (a * d) / c,
    p: twoSidedP(log / error),
  };
}

/** What moved to the surroundings, or spread to them as a benefit. */
export interface Displacement {
  /**
   * The weighted displacement quotient: below 0 the surroundings got worse (-1: all that was won moved there),
   * above 0 they got better as well.
   */
  readonly quotient: number;
  readonly reading: 'displaced' | 'benefit' | 'neither';
}

/**
 * The weighted displacement quotient (Bowers and Johnson 2003, Journal of Quantitative Criminology 19): the
 * change of the surroundings over that of the treated area, both as shares of the comparison area.
 *
 * @returns null where it cannot be told: the comparison has no events in one of the periods, or the treated
 * area did not do better than it, so that there is nothing that could have moved
 */
export function displacement(
  treated: BeforeAfter,
  surroundings: BeforeAfter,
  comparison: BeforeAfter,
): Displacement | null {
  if (comparison.before === 0 || comparison.after === 0) return null;
  const change = ({ before, after }: BeforeAfter): number =>
    after / comparison.after - before / comparison.before;
  const won = change(treated);
  if (won >= 0) return null;
  const quotient = change(surroundings) / won;
  const reading = quotient < 0 ? 'displaced' : quotient > 0 ? 'benefit' : 'neither';
  // Minus zero would be shown as such.
  return { quotient: quotient === 0 ? 0 : quotient, reading };
}
