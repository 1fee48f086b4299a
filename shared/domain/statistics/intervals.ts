import { Z95 } from './normal.ts';

/** Where the truth lies in 95 of 100 such cases; both ends belong to it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The interval of Wilson for a proportion: it stays within 0 and 1 and holds its 95 % also for few
 * answers and rare ones (Wilson 1927; recommended by Brown, Cai and DasGupta 2001).
 *
 * @param hits 0 to `n`
 * @param n at least 1; RangeError otherwise
 */
export function wilsonInterval(hits: number, n: number): Interval {
  if (!(n >= 1) || !(hits >= 0) || hits > n) throw new RangeError('wilsonInterval: 0 <= hits <= n');
  const share = hits / n;
  const square = Z95 * Z95;
  const middle = (share + square / (2 * n)) / (1 + square / n);
  const half =
    (Z95 * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))) / (1 + square / n);
  return {
    low: hits === 0 ? 0 : Math.max(0, middle - half),
    high: hits === n ? 1 : Math.min(1, middle + half),
  };
}

/** Counts up to this are given the exact interval; beyond it Byar's differs by less than 0.1 %. */
const EXACT_UP_TO = 50;
const TAIL = 0.025;

/**
 * The interval for the number of events to be expected where `count` were seen, if they come
 * independently: exact up to 50 (Garwood 1936), by Byar's approximation above (Breslow and Day 1987).
 *
 * @param count a whole number, at least 0; RangeError otherwise
 */
export function poissonInterval(count: number): Interval {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('poissonInterval: a count');
  return EXACT[count] ?? { low: byar(count, -1), high: byar(count + 1, 1) };
}

/** Worked out once: a map of a town asks for thousands. */
const EXACT = Array.from({ length: EXACT_UP_TO + 1 }, (_, count) => exactInterval(count));

function exactInterval(count: number): Interval {
  // The low end makes as many or more just improbable, the high end as few or fewer.
  const ceiling = 2 * count + 12;
  return {
    low: count === 0 ? 0 : whereFalls((mean) => atMost(count - 1, mean) > 1 - TAIL, ceiling),
    high: whereFalls((mean) => atMost(count, mean) > TAIL, ceiling),
  };
}

function byar(count: number, side: 1 | -1): number {
  return count * (1 - 1 / (9 * count) + (side * Z95) / (3 * Math.sqrt(count))) ** 3;
}

/** The probability of at most `count` events where `mean` are to be expected. */
function atMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let event = 1; event <= count; event += 1) {
    term *= mean / event;
    sum += term;
  }
  return sum;
}

/** The mean from which on `holds` no longer holds, between 0 and `ceiling`. */
function whereFalls(holds: (mean: number) => boolean, ceiling: number): number {
  let low = 0;
  let high = ceiling;
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * A count per unit of exposure with its interval, see {@link poissonInterval}.
 *
 * @param exposure kilometres, inhabitants, weeks …; above 0, RangeError otherwise
 */
export function rateInterval(count: number, exposure: number): Interval {
  if (!(exposure > 0)) throw new RangeError('rateInterval: an exposure above 0');
  const { low, high } = poissonInterval(count);
  return { low: low / exposure, high: high / exposure };
}

/** Events that weigh differently, added up. */
export interface WeightedSum {
  /** How many there were. */
  readonly count: number;
  /** Their weights, each at least 0, added up. */
  readonly sum: number;
  /** The squares of their weights, added up. */
  readonly squares: number;
}

/**
 * The interval for a sum of weights of events that come independently: that of their number, stretched by
 * the spread of the weights (Dobson, Kuulasmaa, Eberle and Scherer 1991). Where nothing came, the weight of
 * what might have is taken to be 1.
 */
export function weightedSumInterval({ count, sum, squares }: WeightedSum): Interval {
  if (!(sum >= 0 && squares >= 0))
    throw new RangeError('weightedSumInterval: weights of at least 0');
  const { low, high } = poissonInterval(count);
  const stretch = count === 0 ? 1 : Math.sqrt(squares / count);
  return {
    low: Math.max(0, sum + stretch * (low - count)),
    high: sum + stretch * (high - count),
  };
}
