import { addDays, type Day, daysBetween } from '../../lib/dates.ts';
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

/** Whole days: `to` is not in it. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The days that an action is judged by, all three as long. */
export interface ComparedDays {
  /** What the days of the action are held against. */
  readonly before: Days;
  /**
   * Just before the action: what it was begun for. An action begins because of a bad run, and better days follow
   * a bad run by themselves; held against it, every action would seem to help.
   */
  readonly leadUp: Days;
  readonly after: Days;
}

/** The days of an action from the first to the last, as many that led up to it, and as many before those. */
export function comparedDays(first: Day, last: Day): ComparedDays {
  const to = addDays(last < first ? first : last, 1);
  const days = daysBetween(first, to);
  const leadUp = { from: addDays(first, -days), to: first };
  return {
    before: { from: addDays(leadUp.from, -days), to: leadUp.from },
    leadUp,
    after: { from: first, to },
  };
}

/** What was counted on a stretch of street. */
export interface CountedStretch {
  readonly id: Id;
  readonly metres: number;
  readonly count: BeforeAfter;
  /** What was counted in the days that led up to the action, and out of how many where that differs. */
  readonly leadUp: { readonly count: number; readonly of?: number | undefined };
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

/** Events per kilometre in the days that led up to it, or their share; null where nobody was asked. */
function levelOf(stretches: readonly CountedStretch[]): number | null {
  const sum = (of: (stretch: CountedStretch) => number): number =>
    stretches.reduce((total, stretch) => total + of(stretch), 0);
  const count = sum(({ leadUp }) => leadUp.count);
  if (stretches.some(({ leadUp }) => leadUp.of !== undefined)) {
    const all = sum(({ leadUp }) => leadUp.of ?? 0);
    return all > 0 ? count / all : null;
  }
  const metres = sum((stretch) => Math.max(LEAST_METRES, stretch.metres));
  return metres > 0 ? (1_000 * count) / metres : null;
}

/**
 * The stretches that an action is compared with: of those that nothing was done on, the ones where the days that
 * led up to it were most like those of its own. What happened in the days that are compared plays no part, neither
 * those before nor those afterwards, nor does the order in which the candidates come.
 *
 * What is chosen by one period is measured by two others, on either side of it and for both groups alike: both were
 * picked for a run of days that they leave again by themselves (Ashenfelter 1978, Review of Economics and Statistics 60,
 * for programmes that begin after a dip; Daw and Hatfield 2018, Health Services Research 53, for what matching adds).
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
 * @returns null where there is too little to compare: under three stretches, nothing on its own, or nothing on the others
 * before or afterwards
 */
export function differenceFrom(
  stretches: readonly CountedStretch[],
  comparison: readonly CountedStretch[],
): Difference | null {
  if (comparison.length < LEAST_COMPARISON) return null;
  const [here, there] = [sumOf(stretches), sumOf(comparison)];
  if (here.before + here.after === 0 || there.before === 0 || there.after === 0) return null;
  for (const { of } of [here, there]) {
    if (of && !(of.before > 0 && of.after > 0)) return null;
  }
  const dispersion = overdispersionOf(comparison.map(({ count }) => count));
  const { difference, expected, interval } = differenceInDifferences(here, there, dispersion);
  return {
    estimate: difference,
    low: expected * (interval.low - 1),
    high: expected * (interval.high - 1),
  };
}
