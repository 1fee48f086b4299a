/**
 * The natural logarithm of the probability of at least `hits` of `n` independent tries that each hit with
 * `share`. As a logarithm, since probabilities of a thousand facts are below what a number can hold. The first
 * term by logarithms of factorials, the others each by its ratio to the one before; exact but for rounding.
 *
 * @param hits a whole number, 0 to `n`
 * @param share 0 to 1; RangeError where one of the three is out of its range
 */
export function logBinomialTail(hits: number, n: number, share: number): number {
  const isCounted = Number.isInteger(hits) && Number.isInteger(n) && hits >= 0 && hits <= n;
  if (!isCounted || !(share >= 0 && share <= 1)) throw new RangeError('logBinomialTail: hits of n');
  if (hits === 0 || share === 1) return 0;
  if (share === 0) return -Infinity;
  // Below the middle the terms would first rise: what is left out there is the smaller sum.
  if (hits <= n * share) {
    return Math.log1p(-Math.exp(logBinomialTail(n - hits + 1, n, 1 - share)));
  }
  return logBinomial(hits, n, share) + Math.log(sumOfRatios(hits, n, share / (1 - share)));
}

/** The logarithm of the probability of exactly so many hits; the share lies between 0 and 1. */
function logBinomial(hits: number, n: number, share: number): number {
  return (
    logFactorial(n) -
    logFactorial(hits) -
    logFactorial(n - hits) +
    hits * Math.log(share) +
    (n - hits) * Math.log1p(-share)
  );
}

function sumOfRatios(hits: number, n: number, odds: number): number {
  let term = 1;
  let sum = 1;
  for (let more = hits; more < n && term > sum * 1e-17; more += 1) {
    term *= ((n - more) / (more + 1)) * odds;
    sum += term;
  }
  return sum;
}

/** Tries that each hit with the same share. */
export interface Tries {
  readonly n: number;
  readonly share: number;
}

/** Up to so many tries of the second kind are reckoned one by one. */
const EXACT_UP_TO = 50;

/**
 * The same for tries of two kinds together: exact, or for very many of the second kind the bound of Hoeffding (1956),
 * by which their mean share makes as many hits no less probable.
 *
 * @param hits at least the number to be expected
 */
export function logTailOfTwo(hits: number, one: Tries, other: Tries): number {
  const n = one.n + other.n;
  if (other.n === 0 || other.share === 1) {
    return logBinomialTail(Math.max(0, hits - other.n), one.n, one.share);
  }
  if (one.n === 0) return logBinomialTail(hits, n, other.share);
  if (other.n > EXACT_UP_TO) {
    return logBinomialTail(hits, n, (one.n * one.share + other.n * other.share) / n);
  }
  if (other.share === 0) return hits > one.n ? -Infinity : logBinomialTail(hits, one.n, one.share);
  const least = Math.max(0, hits - one.n);
  const terms = Array.from({ length: other.n - least + 1 }, (_, more) => {
    const others = least + more;
    const needed = Math.max(0, hits - others);
    return logBinomial(others, other.n, other.share) + logBinomialTail(needed, one.n, one.share);
  });
  const largest = Math.max(...terms);
  return largest + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - largest), 0));
}

const LOG_FACTORIALS = [0];
/** From here on the series of Stirling is exact to the last digit that a number holds. */
const KEPT = 256;

/** The logarithm of n! (above {@link KEPT} by the series of Stirling; Abramowitz and Stegun 1964, 6.1.41). */
function logFactorial(n: number): number {
  if (n >= KEPT) {
    const x = n + 1;
    const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1_260 * x ** 5);
    return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series;
  }
  for (let next = LOG_FACTORIALS.length; next <= n; next += 1) {
    LOG_FACTORIALS.push((LOG_FACTORIALS[next - 1] ?? 0) + Math.log(next));
  }
  return LOG_FACTORIALS[n] ?? 0;
}
