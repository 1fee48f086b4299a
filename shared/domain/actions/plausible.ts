import { addDays, type Day, dayOf } from '../../lib/dates.ts';
import type { Fields } from '../operations/entity-rules.ts';
import type { Action } from './action.ts';
import type { Deal } from './deal.ts';
import { daysIn, LONGEST_STOP } from './measure.ts';
import type { SuccessSign } from './sign.ts';

/** The longest plan, and the longest time in which a baseline is counted: three years, a leap day with them. */
export const MOST_DAYS = 3 * 365 + 1;
/** How far from the day on which it is written down a plan or a deal may begin or end, in days. */
export const MOST_DAYS_BACK = 365;
export const MOST_DAYS_AHEAD = 3 * 365 + 1;
/** How far back a baseline may have been counted: ten years. */
export const BASELINE_DAYS_BACK = 3_653;

export interface Implausible {
  /** Its path in the row: `sign.from`. */
  readonly field: string;
  readonly reason: 'too-early' | 'too-late' | 'too-long' | 'not-beforehand' | 'end-before-start';
}

type Planned = Pick<Action, 'startsOn' | 'endsOn' | 'sign'>;
const DEAL_DAYS = ['theyDueOn', 'weDueOn', 'theyDoneOn', 'weDoneOn'] as const;
type DealDays = Pick<Deal, (typeof DEAL_DAYS)[number]>;

/** What of a plan is no day that anybody can mean, seen from `today`: 1900, or 2126 for 2026. */
export function implausibleDay(
  { startsOn, endsOn, sign }: Planned,
  today: Day,
): Implausible | undefined {
  return (
    far('startsOn', startsOn, today) ??
    far('endsOn', endsOn, today) ??
    far('sign.from', sign?.from, today, BASELINE_DAYS_BACK) ??
    far('sign.to', sign?.to, today, BASELINE_DAYS_BACK)
  );
}

/** What of a plan takes longer than any plan does, or ends before it begins. */
export function implausibleLength({ startsOn, endsOn, sign }: Planned): Implausible | undefined {
  if (startsOn && endsOn && endsOn < startsOn) {
    return { field: 'endsOn', reason: 'end-before-start' };
  }
  if (startsOn && endsOn && daysIn({ from: startsOn, to: endsOn }) > MOST_DAYS) {
    return { field: 'endsOn', reason: 'too-long' };
  }
  return sign && daysIn(sign) > MOST_DAYS ? { field: 'sign.from', reason: 'too-long' } : undefined;
}

/**
 * What of a plan is no baseline, since it was still being counted on the first day: it is fixed beforehand, so that its last
 * day lies before the first of the action. Nothing as long as one of both days is not known.
 */
export function lateBaseline({
  startsOn,
  sign,
}: {
  readonly startsOn: Day | null;
  readonly sign: Pick<SuccessSign, 'to'> | null;
}): Implausible | undefined {
  const isLate = startsOn && sign && sign.to >= startsOn;
  return isLate ? { field: 'sign.to', reason: 'not-beforehand' } : undefined;
}

/** As {@link implausibleDay}, of the days of a deal. */
export function implausibleDeal(deal: Partial<DealDays>, today: Day): Implausible | undefined {
  return DEAL_DAYS.map((field) => far(field, deal[field], today)).find(
    (found) => found !== undefined,
  );
}

/**
 * The field of a plan that centre and desk refuse alike. No clock has a say there: its first day is held against the
 * day of the proposal. What was stored before it was asked for stays, so that the rest of the row can be changed.
 */
export function implausiblePlan(after: Fields, before: Fields | undefined): string | undefined {
  const action = after as Action;
  const isNewStart = isChanged('startsOn', after, before);
  if (isNewStart && far('startsOn', action.startsOn, dayOf(action.proposedAt))) return 'startsOn';
  const isNewSign = isChanged('sign', after, before);
  if ((isNewStart || isNewSign) && lateBaseline(action)) return 'sign';
  const isNew = isNewStart || isNewSign || isChanged('endsOn', after, before);
  return isNew ? implausibleLength(action)?.field.split('.')[0] : undefined;
}

/** As {@link implausiblePlan}, of a measure or a delivery: the field of what nobody does at one time. */
export function implausibleStop(after: Fields, before: Fields | undefined): string | undefined {
  if (!isChanged('minutes', after, before)) return undefined;
  return Number(after['minutes']) > LONGEST_STOP ? 'minutes' : undefined;
}

function isChanged(field: string, after: Fields, before: Fields | undefined): boolean {
  return JSON.stringify(after[field] ?? null) !== JSON.stringify(before?.[field] ?? null);
}

function far(
  field: string,
  day: Day | null | undefined,
  today: Day,
  back = MOST_DAYS_BACK,
): Implausible | undefined {
  if (!day) return undefined;
  if (day < addDays(today, -back)) return { field, reason: 'too-early' };
  return day > addDays(today, MOST_DAYS_AHEAD) ? { field, reason: 'too-late' } : undefined;
}
