/** What is told of a row of durations. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * The value below or at which `share` (above 0, up to 1) of all values lie, by nearest rank: a value that
 * was measured, never one in between. Throws a RangeError when there are none, or for another share.
 */
export function percentile(values: readonly number[], share: number): number {
  if (!(share > 0 && share <= 1)) throw new RangeError(`percentile: ${share} is no share`);
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.ceil(share * sorted.length) - 1];
  if (value === undefined) throw new RangeError('percentile: nothing was measured');
  return value;
}

/** Median, 95th and 99th percentile, and maximum. Throws a RangeError when there are no values. */
export function spreadOf(values: readonly number[]): Spread {
  return {
    count: values.length,
    p50: percentile(values, 0.5),
    p95: percentile(values, 0.95),
    p99: percentile(values, 0.99),
    max: percentile(values, 1),
  };
}
