import type { Id } from '../../lib/ids.ts';
import { isOurs, minutesWithin, type Period } from '../actions/measure.ts';
import type { BoardMeasure } from './occurrences.ts';
import { overlapOf } from './week.ts';

/** A measure with the days of its action and where it is. */
export interface PlacedMeasure {
  readonly measure: Pick<BoardMeasure, 'minutes' | 'timesPerWeek' | 'officerId' | 'partnerId'>;
  /** Both days included. */
  readonly plan: Period;
  /** Null outside of every neighbourhood. */
  readonly neighbourhoodId: Id | null;
}

/** Minutes in each week asked for, in their order. */
export type Weekly = readonly number[];

export interface Load {
  /** By who does it; under null what nobody is named for yet. */
  readonly officers: ReadonlyMap<Id | null, Weekly>;
  /** Under null what lies outside of every neighbourhood. */
  readonly neighbourhoods: ReadonlyMap<Id | null, Weekly>;
}

/**
 * The minutes that measures ask for in each week, by who does them and by neighbourhood. What a partner does
 * alone is no load of ours; with an officer it is the officer’s. Each week counts whole stops: a plan of seven days that
 * lies in two weeks has in the first as many as its days there ask for, and the rest in the second, so that all weeks
 * add up to the dose of the plan. It is for planning: the order is that in which the measures come, and nothing here
 * compares people.
 */
export function loadPerWeek(placed: Iterable<PlacedMeasure>, weeks: readonly Period[]): Load {
  const officers = new Map<Id | null, number[]>();
  const neighbourhoods = new Map<Id | null, number[]>();
  for (const { measure, plan, neighbourhoodId } of placed) {
    if (!isOurs(measure)) continue;
    for (const [index, week] of weeks.entries()) {
      const days = overlapOf(plan, week);
      if (!days) continue;
      const isWhole = days.from === week.from && days.to === week.to;
      // What the other way gives as well, at the cost of reading dates for each of thousands of weeks.
      const minutes = isWhole
        ? measure.minutes * measure.timesPerWeek
        : minutesWithin(measure, plan, week);
      add(officers, measure.officerId, index, minutes, weeks.length);
      add(neighbourhoods, neighbourhoodId, index, minutes, weeks.length);
    }
  }
  return { officers, neighbourhoods };
}

function add(
  sums: Map<Id | null, number[]>,
  key: Id | null,
  week: number,
  minutes: number,
  weeks: number,
): void {
  let sum = sums.get(key);
  if (!sum) {
    sum = Array.from({ length: weeks }, () => 0);
    sums.set(key, sum);
  }
  sum[week] = (sum[week] ?? 0) + minutes;
}
