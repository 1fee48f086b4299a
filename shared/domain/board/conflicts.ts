import { addDays, type Day, daysBetween } from '../../lib/dates.ts';
import type { Id } from '../../lib/ids.ts';
import type { Period } from '../actions/measure.ts';
import { type BoardMeasure, type Occurrence, occurrencesIn } from './occurrences.ts';

/** Two measures that ask for the same officer at the same time. */
export interface Conflict {
  readonly officerId: Id;
  /** The one that begins first, and the other. */
  readonly first: Id;
  readonly second: Id;
  readonly day: Day;
  /** The time that both windows have, minutes since midnight of `day`; `to` may be over 1440. */
  readonly from: number;
  readonly to: number;
  /** Whether both can be done one after the other, each within its own window; the way between is not counted. */
  readonly fits: boolean;
}

export interface PlannedMeasure {
  readonly measure: Pick<BoardMeasure, 'id' | 'windows' | 'minutes' | 'officerId'>;
  readonly plan: Period;
}

const MINUTES_OF_DAY = 1_440;
/** Overlaps that are looked at: of a week that is planned beyond all sense, not every one is worth waiting for. */
const MOST_OVERLAPS = 20_000;

interface Stretch {
  readonly occurrence: Occurrence;
  readonly minutes: number;
  /** Minutes since the midnight before `week`. */
  readonly begin: number;
  readonly end: number;
}

/**
 * Where windows of one officer overlap, for overlaps that begin in `week`: first where not both can be done, then the
 * others, each by day and hour; at most `most` of them. What no officer is named for, as what a partner does alone, is in nobody's way. A window of the Sunday before that
 * goes on after midnight counts.
 */
export function conflictsIn(
  planned: Iterable<PlannedMeasure>,
  week: Period,
  most: number,
): readonly Conflict[] {
  const before = addDays(week.from, -1);
  const ofOfficers = new Map<Id, Stretch[]>();
  for (const { measure, plan } of planned) {
    if (measure.officerId === null) continue;
    for (const occurrence of occurrencesIn(measure, plan, { from: before, to: week.to })) {
      const begin = daysBetween(before, occurrence.day) * MINUTES_OF_DAY + occurrence.from;
      const end = begin + occurrence.to - occurrence.from;
      const stretches = ofOfficers.get(measure.officerId) ?? [];
      stretches.push({ occurrence, minutes: measure.minutes, begin, end });
      ofOfficers.set(measure.officerId, stretches);
    }
  }
  const pressing: Conflict[] = [];
  const others: Conflict[] = [];
  let looked = 0;
  for (const [officerId, stretches] of ofOfficers) {
    for (const conflict of overlapsOf(officerId, stretches, before)) {
      if (conflict.day < week.from) continue;
      const found = conflict.fits ? others : pressing;
      if (found.length < most) found.push(conflict);
      if (pressing.length === most || (looked += 1) >= MOST_OVERLAPS) break;
    }
  }
  return [...byHour(pressing), ...byHour(others)].slice(0, most);
}

function byHour(conflicts: readonly Conflict[]): readonly Conflict[] {
  return conflicts.toSorted(
    (one, other) =>
      one.day.localeCompare(other.day) ||
      one.from - other.from ||
      one.first.localeCompare(other.first) ||
      one.second.localeCompare(other.second),
  );
}

/** Every pair that overlaps, once: a sweep over the stretches by when they begin. */
function* overlapsOf(
  officerId: Id,
  stretches: Stretch[],
  origin: Day,
): Generator<Conflict, void, void> {
  stretches.sort(
    (one, other) =>
      one.begin - other.begin || one.occurrence.measureId.localeCompare(other.occurrence.measureId),
  );
  let running: Stretch[] = [];
  for (const stretch of stretches) {
    running = running.filter(({ end }) => end > stretch.begin);
    for (const other of running) {
      if (other.occurrence.measureId === stretch.occurrence.measureId) continue;
      const days = Math.floor(stretch.begin / MINUTES_OF_DAY);
      const from = stretch.begin - days * MINUTES_OF_DAY;
      yield {
        officerId,
        first: other.occurrence.measureId,
        second: stretch.occurrence.measureId,
        day: addDays(origin, days),
        from,
        to: from + Math.min(other.end, stretch.end) - stretch.begin,
        fits: fitsAfter(other, stretch) || fitsAfter(stretch, other),
      };
    }
    running.push(stretch);
  }
}

/** Whether `then` can still be done in its window once `now` was done as early as it can be. */
function fitsAfter(now: Stretch, then: Stretch): boolean {
  const done = now.begin + now.minutes;
  return done <= now.end && Math.max(done, then.begin) + then.minutes <= then.end;
}
