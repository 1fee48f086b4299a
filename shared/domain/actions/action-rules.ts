import { dayOf } from '../../lib/dates.ts';
import type { CommandRefusal, Fields } from '../operations/entity-rules.ts';
import { type Action, type ActionState, AS_PROPOSED } from './action.ts';
import { closingEvidence } from './kept-evidence.ts';
import { implausiblePlan, lateBaseline } from './plausible.ts';
import { isPossible, LEAST_DOSE } from './verdict.ts';

const DECIDED = Object.keys(AS_PROPOSED);
const PLANNED = ['title', 'aim', 'sign', 'startsOn', 'endsOn', 'priority', 'ownerId', 'coverId'];

/** Once it began, what it is measured by stays; once it ended, everything. */
export function lockedOfAction({ state }: Fields): readonly string[] {
  if (state === 'closed' || state === 'refused') return [...DECIDED, ...PLANNED, 'leftOut'];
  return state === 'active' ? [...DECIDED, 'sign', 'startsOn', 'aim'] : DECIDED;
}

/** Refuses what is asked of an action that does not stand so. */
export function onlyFrom(from: ActionState) {
  return ({ state }: Fields): CommandRefusal | undefined =>
    state === from ? undefined : 'wrong-state';
}

/** What of an action does not go with the rest of it; see `EntityRules`. */
export function inconsistentAction(row: Fields, before?: Fields): string | undefined {
  const { state, aim, sign, endsOn, answerReason, startsOn, startedAt } = row as Partial<Action>;
  if (startsOn && endsOn && startsOn > endsOn) return 'endsOn';
  const implausible = implausiblePlan(row, before);
  if (implausible !== undefined) return implausible;
  if (state === 'refused' && answerReason?.trim() === '') return 'answerReason';
  if (state !== 'active' && state !== 'closed') return undefined;
  if (aim?.trim() === '') return 'aim';
  if (!sign) return 'sign';
  if (!endsOn) return 'endsOn';
  // Begun earlier than planned, it has a baseline of days that are its own.
  const begins = before?.['state'] !== 'active' && state === 'active' && startedAt;
  if (begins && lateBaseline({ startsOn: dayOf(startedAt), sign })) return 'sign';
  return state === 'closed' ? inconsistentClosing(row as Partial<Action>) : undefined;
}

function inconsistentClosing(row: Partial<Action>): string | undefined {
  if (!row.feedback) return 'feedback';
  if (row.doseShare === null || row.doseShare === undefined) return 'doseShare';
  const tried = row.doseShare >= LEAST_DOSE;
  if (!row.verdict || (row.verdict === 'not-really-tried') === tried) return 'verdict';
  return isFounded(row) ? undefined : 'verdict';
}

/** Whether what was counted allows the verdict; what somebody counted by hand, only the desk can judge. */
function isFounded({ verdict, sign, doseShare, evidence }: Partial<Action>): boolean {
  if (!evidence || !verdict || !sign || typeof doseShare !== 'number') return true;
  return isPossible(closingEvidence({ sign, doseShare }, evidence, null), verdict);
}
