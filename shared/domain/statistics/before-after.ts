import type { Interval } from './intervals.ts';
import { Z95 } from './normal.ts';
import { student95 } from './student.ts';

/** Counts of one area over two periods of equal length. */
export interface BeforeAfter {
  /** Whole numbers, at least 0. */
  readonly before: number;
  readonly after: number;
  /**
   * Out of how many they were counted, where that differs between the periods: insecure answers out of all
   * answers. More than 0.
   */
  readonly of?: { readonly before: number; readonly after: number } | undefined;
}

export interface DifferenceInDifferences {
  /**
   * How the treated area changed for each unit that the comparison changed: below 1 it fell more, or rose
   * less. 0.7 means 30 % fewer than the comparison leads to expect.
   */
  readonly ratio: number;
  readonly interval: Interval;
  /** How many the comparison leads to expect afterwards; more than 0. */
  readonly expected: number;
  /** How many fewer (below 0) or more there were afterwards than the comparison leads to expect. */
  readonly difference: number;
}

/** How much more counts vary than independent events would. */
export interface Dispersion {
  /** How many times their variance; 1 or more. Facts come in series: 1 makes intervals too narrow where they do. */
  readonly factor: number;
  /** From how many independent differences that was found; infinite where it is taken for granted. */
  readonly freedom: number;
}
const INDEPENDENT: Dispersion = { factor: 1, freedom: Infinity };

/**
 * Difference in differences of counts, as a ratio of ratios (the relative incident rate ratio of Wilson 2022,
 * Journal of Quantitative Criminology 38; the odds ratio of Welsh and Farrington 2009): what the area did
 * while comparison streets, which the same seasons and fashions hit, did something else.
 *
 * Half an event is added to each count when one of them is zero (Haldane 1956, Anscombe 1956).
 *
 * Where the dispersion was found from few places, the interval is that of Student's distribution, which allows for how
 * little is known of it (McCullagh and Nelder 1989, 4.5).
 */
export function differenceInDifferences(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  dispersion = INDEPENDENT,
): DifferenceInDifferences {
  const { factor, freedom } = dispersion;
  if (!(factor >= 1)) throw new RangeError('differenceInDifferences: 1 or more');
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
  const expected = ((a * d) / c) * (growth(treated) / growth(comparison));
  const log = Math.log(b / expected);
  const error = Math.sqrt(factor * (1 / a + 1 / b + 1 / c + 1 / d));
  const reach = error * (factor > 1 ? student95(freedom) : Z95);
  return {
    ratio: Math.exp(log),
    interval: { low: Math.exp(log - reach), high: Math.exp(log + reach) },
    expected,
    difference: b - expected,
  };
}

/** How much more could have been counted afterwards than before. */
function growth({ of }: BeforeAfter): number {
  if (!of) return 1;
  if (!(of.before > 0 && of.after > 0)) throw new RangeError('differenceInDifferences: of');
  return of.after / of.before;
}

/**
 * How many times the counts of places vary more around what they have in common than independent events would:
 * Pearson's statistic by its degrees of freedom (McCullagh and Nelder 1989, 4.5), and at least 1. Each place
 * keeps its own level; only how it changed is compared.
 */
export function overdispersionOf(places: readonly BeforeAfter[]): Dispersion {
  const sum = (of: (place: BeforeAfter) => number): number =>
    places.reduce((total, place) => total + of(place), 0);
  const couldBe = (place: BeforeAfter) => place.of ?? { before: 1, after: 1 };
  const before = sum((place) => place.before) / sum((place) => couldBe(place).before);
  const after = sum((place) => place.after) / sum((place) => couldBe(place).after);
  if (!(before > 0 && after > 0)) return INDEPENDENT;
  let spread = 0;
  let freedom = -1;
  for (const place of places) {
    const total = place.before + place.after;
    const late = couldBe(place).after * after;
    const share = late / (late + couldBe(place).before * before);
    const variance = total * share * (1 - share);
    if (!(variance > 0)) continue;
    spread += (place.after - total * share) ** 2 / variance;
    freedom += 1;
  }
  return freedom > 0 ? { factor: Math.max(1, spread / freedom), freedom } : INDEPENDENT;
}
