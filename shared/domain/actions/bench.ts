import { addDays, type Day } from '../../lib/dates.ts';
import type { Id } from '../../lib/ids.ts';
import type { Action } from './action.ts';

/** @param days that a team lead has to answer it. */
export function answerDay(proposedOn: Day, days: number): Day {
  return addDays(proposedOn, days);
}

export type AnswerStanding = 'waiting' | 'late' | 'answered';

/** Whether a proposal still waits for its answer, and whether it waits too long. */
export function answerStanding(
  { state, answerBy }: Pick<Action, 'state' | 'answerBy'>,
  today: Day,
): AnswerStanding {
  if (state !== 'proposed') return 'answered';
  return answerBy < today ? 'late' : 'waiting';
}

/** Whose idea something is that is based on `source`: each once, the first author first. */
export function creditsFrom(source: Pick<Action, 'credits' | 'proposedBy'>): readonly Id[] {
  return [...new Set([...source.credits, source.proposedBy])];
}
