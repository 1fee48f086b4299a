import { Z95 } from './normal.ts';

/**
 * The 97.5th percentile of Student's distribution: that of two-sided intervals of 95 % whose variance was itself
 * estimated. By its expansion around the normal one (Abramowitz and Stegun 1964, 26.7.5), within 1 % for two degrees
 * of freedom and within 0.1 % from four on; of one degree, where it is Cauchy's distribution, exactly.
 *
 * @param freedom degrees of freedom: 1, or 2 and more; infinite for the normal distribution
 */
export function student95(freedom: number): number {
  if (freedom === 1) return Math.tan(0.475 * Math.PI);
  if (!(freedom >= 2)) throw new RangeError('student95: 1, or 2 and more');
  const z = Z95;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1_482 * z ** 5 - 1_920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, power) => sum + term / freedom ** (power + 1), z);
}
