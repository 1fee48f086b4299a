import type { Day } from '../../lib/dates.ts';
import type { Action } from '../actions/action.ts';
import { answerStanding } from '../actions/bench.ts';

/** What somebody waits for, in the order in which the board says it. */
export const LATE_KINDS = [
  'answer',
  'promise',
  'objected',
  'eyes',
  'review',
  'deal',
  'assessment',
  'start',
  'end',
] as const;
export type LateKind = (typeof LATE_KINDS)[number];

/** What an action itself waits for too long. */
export const LATENESS_KINDS = ['answer', 'start', 'end'] as const satisfies readonly LateKind[];

/** Why a step on the ladder of means is among what comes first. */
export const STEP_WAITS = ['objected', 'eyes', 'review'] as const satisfies readonly LateKind[];
export type StepWait = (typeof STEP_WAITS)[number];

export interface Lateness {
  readonly kind: (typeof LATENESS_KINDS)[number];
  /** The day by which it had to be done; it is late from the day after. */
  readonly dueOn: Day;
}

/**
 * Whether an action waits too long: a proposal for its answer, an approved one for its start, a running one for its
 * verdict after its last day. Undefined for one that is on time, or at its end.
 */
export function latenessOf(
  action: Pick<Action, 'state' | 'answerBy' | 'startsOn' | 'endsOn'>,
  today: Day,
): Lateness | undefined {
  const late = (kind: Lateness['kind'], dueOn: Day | null): Lateness | undefined =>
    dueOn !== null && dueOn < today ? { kind, dueOn } : undefined;
  if (answerStanding(action, today) === 'late') return late('answer', action.answerBy);
  if (action.state === 'approved') return late('start', action.startsOn);
  return action.state === 'active' ? late('end', action.endsOn) : undefined;
}
