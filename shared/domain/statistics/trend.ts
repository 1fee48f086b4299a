import type { Interval } from './intervals.ts';
import { Z95 } from './normal.ts';

/** A moment from which on facts were found in another way: new cameras, another form, another law. */
export interface MethodBreak {
  /** The first period that was counted in the new way, from 0. */
  readonly period: number;
}

export type Trend =
  /** How the expected count of a period relates to that of the period before: 1.02 is 2 % more. */
  | { readonly kind: 'trend'; readonly factor: number; readonly interval: Interval }
  /** The way of counting changed within the series: what rose may be the counting. */
  | { readonly kind: 'break'; readonly period: number }
  | { readonly kind: 'too-few' };

/** Fewer periods or facts than this have no trend. */
export const FEWEST_PERIODS = 4;
export const FEWEST_FACTS_OF_TREND = 10;

/**
 * The trend of counts over periods of equal length: Poisson regression on time, fitted by Newton's method, with
 * errors widened by the spread that independent events would not have (McCullagh and Nelder 1989, 6.2).
 * A series with a break of method has no trend, however it looks.
 *
 * @param counts one per period, the oldest first; whole numbers, at least 0
 */
export function trendOf(counts: readonly number[], breaks: readonly MethodBreak[]): Trend {
  const inside = breaks
    .map(({ period }) => period)
    .filter((period) => period > 0 && period < counts.length);
  if (inside.length > 0) return { kind: 'break', period: Math.min(...inside) };
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.length < FEWEST_PERIODS || total < FEWEST_FACTS_OF_TREND) return { kind: 'too-few' };
  const fit = fitted(counts, total);
  if (!fit) return { kind: 'too-few' };
  const half = Z95 * fit.error;
  return {
    kind: 'trend',
    factor: Math.exp(fit.slope),
    interval: { low: Math.exp(fit.slope - half), high: Math.exp(fit.slope + half) },
  };
}

/** The slope per period that makes the mean moment of the facts what it was; undefined without one. */
function fitted(counts: readonly number[], total: number) {
  const middle = (counts.length - 1) / 2;
  const moment = counts.reduce((sum, count, period) => sum + count * (period - middle), 0) / total;
  // All facts in the first or in the last period: no slope is steep enough.
  if (Math.abs(moment) > middle - 1e-9) return undefined;
  let slope = 0;
  for (let step = 0; step < 50; step += 1) {
    const { mean, variance } = momentsAt(counts.length, slope);
    // Held back, since far from the solution a whole step leads further away.
    const change = Math.max(-0.5, Math.min(0.5, (moment - mean) / variance));
    slope += change;
    if (Math.abs(change) < 1e-12) break;
  }
  const { shares, variance } = momentsAt(counts.length, slope);
  const spread = counts.reduce((sum, count, period) => {
    const expected = total * (shares[period] ?? 0);
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const overdispersion = Math.max(1, spread / (counts.length - 2));
  return { slope, error: Math.sqrt(overdispersion / (total * variance)) };
}

/** How facts are spread over the periods under a slope, with mean and variance of their moments. */
function momentsAt(periods: number, slope: number) {
  const middle = (periods - 1) / 2;
  const weights = Array.from({ length: periods }, (_, period) =>
    Math.exp(slope * (period - middle)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => weight / sum);
  const mean = shares.reduce((total, share, period) => total + share * (period - middle), 0);
  const variance = shares.reduce(
    (total, share, period) => total + share * (period - middle - mean) ** 2,
    0,
  );
  return { shares, mean, variance };
}
