/**
 * Which of many tests may be called a finding when only a share of all findings is to be
 * expected to come from chance (Benjamini and Hochberg 1995; for maps: Caldas de Castro and Singer 2006).
 * Thousands of streets looked at one by one would show dozens by chance alone.
 *
 * @param pValues probabilities between 0 and 1; null for what could not be tested
 * @returns the adjusted probabilities in the order of the input: what is at most {@link FALSE_DISCOVERY_SHARE} is one
 */
export function adjustedPValues(pValues: readonly (number | null)[]): readonly (number | null)[] {
  const tested = pValues
    .flatMap((p, place) => (p === null ? [] : [{ p, place }]))
    .sort((one, other) => other.p - one.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let least = 1;
  for (const [index, { p, place }] of tested.entries()) {
    if (!(p >= 0 && p <= 1)) throw new RangeError('adjustedPValues: probabilities');
    const rank = tested.length - index;
    least = Math.min(least, (p * tested.length) / rank);
    adjusted[place] = least;
  }
  return adjusted;
}

/** The share of findings that may come from chance, as the product uses it everywhere. */
export const FALSE_DISCOVERY_SHARE = 0.05;

/**
 * Up to which probability tests are findings: `p <= greatestFinding(all, share)` exactly where the adjusted
 * probability is at most `share`, without putting thousands of tests in order one by one.
 *
 * @param pValues probabilities between 0 and 1; null for what could not be tested
 * @returns -1 where nothing is a finding
 */
export function greatestFinding(pValues: readonly (number | null)[], share: number): number {
  const tested = Float64Array.from(pValues.filter((p) => p !== null)).sort();
  for (let rank = tested.length; rank > 0; rank -= 1) {
    const p = Number(tested[rank - 1]);
    if ((p * tested.length) / rank <= share) return p;
  }
  return -1;
}
