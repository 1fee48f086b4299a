import { z } from 'zod';

import { addDays, type Day, daySchema } from '../../lib/dates.ts';
import { type Id, idSchema } from '../../lib/ids.ts';

/**
 * Days on which an officer is not at work, both included, and who stands in. Why is nobody's business: it is
 * not asked for and has no field.
 */
export const absencePeriodSchema = z.object({
  firstDay: daySchema,
  lastDay: daySchema,
  substituteId: idSchema,
});
export type AbsencePeriod = z.infer<typeof absencePeriodSchema>;

/** Periods that a row keeps: what lies longest ago gives way. */
export const MOST_PERIODS = 40;
export const absencePeriodsSchema = z.array(absencePeriodSchema).max(MOST_PERIODS);

/** When one officer is away. There is one row of it for each officer, under the officer's own id. */
export interface Absence {
  readonly officerId: Id;
  readonly periods: readonly AbsencePeriod[];
}

/** Why a period cannot stand beside the others of an officer: the field that is wrong, and how. */
export type PeriodProblem =
  | { readonly field: 'lastDay'; readonly reason: 'end-before-start' }
  | { readonly field: 'substituteId'; readonly reason: 'stands-in-for-oneself' }
  | { readonly field: 'firstDay'; readonly reason: 'absence-overlaps' };

/** @param others periods of the same officer, without the one that `period` takes the place of. */
export function problemOfPeriod(
  officerId: Id,
  period: AbsencePeriod,
  others: readonly AbsencePeriod[],
): PeriodProblem | undefined {
  if (period.lastDay < period.firstDay) return { field: 'lastDay', reason: 'end-before-start' };
  if (period.substituteId === officerId)
    return { field: 'substituteId', reason: 'stands-in-for-oneself' };
  const overlaps = others.some(
    (other) => period.firstDay <= other.lastDay && other.firstDay <= period.lastDay,
  );
  return overlaps ? { field: 'firstDay', reason: 'absence-overlaps' } : undefined;
}

/** Periods in order of their days, the newest `MOST_PERIODS`. */
export function inOrder(periods: readonly AbsencePeriod[]): AbsencePeriod[] {
  return periods
    .toSorted((one, other) => one.firstDay.localeCompare(other.firstDay))
    .slice(-MOST_PERIODS);
}

/**
 * The officer is back on `today`: the period that began on `firstDay` ends the day before. One that did not
 * begin before today is gone.
 */
export function endedOn(
  periods: readonly AbsencePeriod[],
  firstDay: Day,
  today: Day,
): AbsencePeriod[] {
  const yesterday = addDays(today, -1);
  return periods.flatMap((period) => {
    if (period.firstDay !== firstDay) return [period];
    if (period.firstDay > yesterday) return [];
    return [{ ...period, lastDay: period.lastDay < yesterday ? period.lastDay : yesterday }];
  });
}

/**
 * Who stands in on a day, for each officer who is away: the substitute, or who stands in for the substitute where
 * that one is away too, and so on. Whose substitutes are all away, in a ring, is left out: their work stays
 * where it is.
 */
export function standInsOn(absences: readonly Absence[], day: Day): ReadonlyMap<Id, Id> {
  const next = new Map<Id, Id>();
  for (const { officerId, periods } of absences) {
    const away = periods.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
    if (away) next.set(officerId, away.substituteId);
  }
  const standIns = new Map<Id, Id>();
  for (const officerId of next.keys()) {
    const present = firstPresent(officerId, next);
    if (present !== undefined) standIns.set(officerId, present);
  }
  return standIns;
}

function firstPresent(officerId: Id, next: ReadonlyMap<Id, Id>): Id | undefined {
  const seen = new Set<Id>();
  let at = officerId;
  for (;;) {
    const substitute = next.get(at);
    if (substitute === undefined) return at;
    if (seen.has(at)) return undefined;
    seen.add(at);
    at = substitute;
  }
}

/** Whose work an officer has on a day: their own, unless they are away, and of everybody they stand in for. */
export function workOf(officerId: Id, standIns: ReadonlyMap<Id, Id>): readonly Id[] {
  const others = [...standIns].filter(([, standIn]) => standIn === officerId).map(([id]) => id);
  return standIns.has(officerId) ? others : [officerId, ...others];
}
