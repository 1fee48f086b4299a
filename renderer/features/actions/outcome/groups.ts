import type { Difference } from '#shared/domain/actions/verdict.ts';
import type { Interval } from '#shared/domain/statistics/intervals.ts';

/** What is drawn and tabled of the action's own stretches, or of those around. */
export interface Group {
  readonly name: 'own' | 'surroundings';
  readonly before: number;
  readonly after: number;
  /** What the comparison leads to expect afterwards; null where nothing is compared. */
  readonly expected: number | null;
  /** The interval of the difference, on top of what was to be expected. */
  readonly interval: Interval | null;
}

export function groupOf(
  name: Group['name'],
  { before, after }: { readonly before: number; readonly after: number },
  difference: Difference | null,
): Group {
  if (!difference) return { name, before, after, expected: null, interval: null };
  const expected = after - difference.estimate;
  const interval = { low: expected + difference.low, high: expected + difference.high };
  return { name, before, after, expected, interval };
}

/** To a tenth below ten, else to a whole number. */
export function rounded(value: number): number {
  return Math.abs(value) < 10 ? Math.round(10 * value) / 10 : Math.round(value);
}
