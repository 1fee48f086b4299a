/** The 97.5th percentile of the standard normal distribution: that of two-sided intervals of 95 %. */
export const Z95 = 1.959963984540054;

/**
 * The probability that a standard normal variable lies above `z`, with a relative error below 1e-12.
 *
 * Near the middle by the power series of the distribution, further out by the continued fraction of
 * its tail (Abramowitz and Stegun 1964, 26.2.10 and 26.2.14), so that the tails keep their digits.
 *
 * @param z any finite number
 */
export function upperTail(z: number): number {
  if (!Number.isFinite(z)) throw new RangeError('upperTail: a finite number');
  if (z < 0) return 1 - upperTail(-z);
  const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
  return z < 3 ? 0.5 - density * seriesFromMiddle(z) : density / tailFraction(z);
}

/** The probability of a standard normal variable at least as far from zero as `z`, on either side. */
export function twoSidedP(z: number): number {
  return Math.min(1, 2 * upperTail(Math.abs(z)));
}

function seriesFromMiddle(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

function tailFraction(z: number): number {
  let fraction = z;
  for (let step = 120; step >= 1; step -= 1) fraction = z + step / fraction;
  return fraction;
}
