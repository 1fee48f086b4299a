import { addDays, type Day } from '../../lib/dates.ts';
import type { Id } from '../../lib/ids.ts';
import {
  type BeforeAfter,
  differenceInDifferences,
  overdispersionOf,
} from '../statistics/before-after.ts';
import type { Difference } from './verdict.ts';

/** With so many stretches an action is compared, where there are that many. */
export const COMPARISON_STRETCHES = 12;
/** With fewer nothing is compared: one odd street would decide. */
const LEAST_COMPARISON = 3;
/** Shorter stretches are counted as so long: one event on five metres would be the highest level of all. */
const LEAST_METRES = 50;
const DAY_MILLISECONDS = 86_400_000;

/** Whole days: `to` is not in it. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The days of an action from the first to the last, and as many just before it. */
export function comparedDays(
  first: Day,
  last: Day,
): { readonly before: Days; readonly after: Days } {
  const to = addDays(last < first ? first : last, 1);
  const days = Math.round((Date.parse(to) - Date.parse(first)) / DAY_MILLISECONDS);
  return { before: { from: addDays(first, -days), to: first }, after: { from: first, to } };
}

/** What was counted on a stretch of street. */
export interface CountedStretch {
  readonly id: Id;
  readonly metres: number;
  readonly count: BeforeAfter;
}

/** The sum of what was counted on stretches. */
export function sumOf(stretches: readonly CountedStretch[]): BeforeAfter {
  const sum = (of: (count: BeforeAfter) => number): number =>
    stretches.reduce((total, { count }) => total + of(count), 0);
  const counts = { before: sum(({ before }) => before), after: sum(({ after }) => after) };
  if (!stretches.some(({ count }) => count.of)) return counts;
  const of = { before: sum((one) => one.of?.before ?? 0), after: sum((one) => one.of?.after ?? 0) };
  return { ...counts, of };
}

/** Events per kilometre before it began, or their share; null where nobody was asked. */
function levelOf(stretches: readonly CountedStretch[]): number | null {
  const { before, of } = sumOf(stretches);
  if (of) return of.before > 0 ? before / of.before : null;
  const metres = stretches.reduce((sum, one) => sum + Math.max(LEAST_METRES, one.metres), 0);
  return metres > 0 ? (1_000 * before) / metres : null;
}

/**
 * The stretches that an action is compared with: of those that nothing was done on, the ones whose level before
 * was nearest to that of the action's own. What happened afterwards plays no part, nor does the order in which
 * the candidates come.
 */
export function comparisonStretches<Stretch extends CountedStretch>(
  own: readonly CountedStretch[],
  candidates: readonly Stretch[],
): readonly Stretch[] {
  const level = levelOf(own);
  if (level === null) return [];
  return candidates
    .flatMap((stretch) => {
      const other = levelOf([stretch]);
      return other === null ? [] : [{ stretch, distance: Math.abs(other - level) }];
    })
    .sort(
      (one, other) => one.distance - other.distance || (one.stretch.id < other.stretch.id ? -1 : 1),
    )
    .slice(0, COMPARISON_STRETCHES)
    .map(({ stretch }) => stretch);
}

/**
 * How much more (above 0) or fewer events there were on stretches than those of the comparison lead to expect,
 * with an interval of 95 % that is widened by how unevenly the comparison itself changed.
 *
 * @returns null where there is too little to compare
 */
export function differenceFrom(
  stretches: readonly CountedStretch[],
  comparison: readonly CountedStretch[],
): Difference | null {
  if (comparison.length < LEAST_COMPARISON) return null;
  const [here, there] = [sumOf(stretches), sumOf(comparison)];
  for (const { before, after, of } of [here, there]) {
    if (before + after === 0 || (of && !(of.before > 0 && of.after > 0))) return null;
  }
  const overdispersion = overdispersionOf(comparison.map(({ count }) => count));
  const { difference, expected, interval } = differenceInDifferences(here, there, overdispersion);
  return {
    estimate: difference,
    low: expected * (interval.low - 1),
    high: expected * (interval.high - 1),
  };
}
