import { addDays, type Day } from '../../lib/dates.ts';
import type { Action } from '../actions/action.ts';
import { lengthOf, type TimeWindow } from '../actions/time-window.ts';
import { MOST_WINDOWS } from '../actions/vocabulary.ts';

/** Why a plan stays as it is. */
export const REPLAN_REFUSALS = [
  /** It was refused or has its verdict. */
  'ended',
  /** It has no days that could be moved. */
  'no-days',
  /** The first day of an action that began stays. */
  'already-began',
  'end-before-start',
  /** Its last day would lie before today. */
  'in-the-past',
  /** A measure has no window of this number on this day. */
  'no-window',
  'too-many-windows',
] as const;
export type ReplanRefusal = (typeof REPLAN_REFUSALS)[number];

export type Replanned<Plan> = { readonly plan: Plan } | { readonly refused: ReplanRefusal };

/** The days of an action; null where none was fixed. */
export type PlanDays = Pick<Action, 'startsOn' | 'endsOn'>;

type Planned = PlanDays & Pick<Action, 'state'>;

/**
 * Gives an action other days. What is fixed stays: everything once it ended, the first day once it began. The end
 * stays on or after the start, and does not go into the past; days that were there before may stay there.
 */
export function withDays(action: Planned, days: PlanDays, today: Day): Replanned<PlanDays> {
  if (action.state === 'closed' || action.state === 'refused') return { refused: 'ended' };
  const { startsOn, endsOn } = days;
  if (action.state === 'active') {
    if (startsOn !== action.startsOn) return { refused: 'already-began' };
    if (endsOn === null) return { refused: 'no-days' };
  }
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
    return { refused: 'end-before-start' };
  }
  if (endsOn !== null && endsOn !== action.endsOn && endsOn < today) {
    return { refused: 'in-the-past' };
  }
  return { plan: { startsOn, endsOn } };
}

/**
 * Moves the days of an action by so many days, later or (negative) earlier. Of one that began only the last day
 * moves: its first day is fixed.
 */
export function movedBy(action: Planned, days: number, today: Day): Replanned<PlanDays> {
  const moved = (day: Day | null): Day | null => (day === null ? null : addDays(day, days));
  if (action.state === 'active') {
    const { startsOn } = action;
    return withDays(action, { startsOn, endsOn: moved(action.endsOn) }, today);
  }
  const { startsOn, endsOn } = action;
  if (startsOn === null && endsOn === null && isOpen(action)) return { refused: 'no-days' };
  return withDays(action, { startsOn: moved(startsOn), endsOn: moved(endsOn) }, today);
}

/** Whether the plan of an action can still change at all. */
export function isOpen({ state }: Pick<Action, 'state'>): boolean {
  return state !== 'closed' && state !== 'refused';
}

/** Where a window goes: to another day of the week (ISO, 1 is Monday) and another hour. */
export interface WindowMove {
  /** Which window, from 0, and on which of its days. */
  readonly window: number;
  readonly day: number;
  readonly toDay: number;
  /** Minutes since midnight at which it begins from then on; it lasts as long as before. */
  readonly toFrom: number;
}

const MINUTES_OF_DAY = 1_440;

/**
 * Moves one day of one window, in every week of the plan; the other days of that window stay. What lands on a
 * window with the same hours joins it.
 */
export function withWindowMoved(
  windows: readonly TimeWindow[],
  { window, day, toDay, toFrom }: WindowMove,
): Replanned<readonly TimeWindow[]> {
  const moved = windows[window];
  if (!moved?.days.includes(day)) return { refused: 'no-window' };
  const length = lengthOf(moved);
  // A whole day begins at midnight: no window can end where it begins.
  const from =
    length === MINUTES_OF_DAY ? 0 : ((toFrom % MINUTES_OF_DAY) + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  const end = (from + length) % MINUTES_OF_DAY;
  const to = end === 0 ? MINUTES_OF_DAY : end;
  if (from === moved.from && toDay === day) return { plan: windows };
  const left = windows.flatMap((one, index) => {
    if (index !== window) return [one];
    const days = one.days.filter((other) => other !== day);
    return days.length === 0 ? [] : [{ ...one, days }];
  });
  const same = left.findIndex((one) => one.from === from && one.to === to);
  const plan =
    same === -1
      ? [...left, { days: [toDay], from, to }]
      : left.map((one, index) =>
          index === same
            ? { ...one, days: [...new Set([...one.days, toDay])].sort((a, b) => a - b) }
            : one,
        );
  return plan.length > MOST_WINDOWS ? { refused: 'too-many-windows' } : { plan };
}
