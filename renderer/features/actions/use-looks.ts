import {
  lackingGrounds,
  mayComplete,
  mayLookAt,
  type MeansStep,
  standingOf,
} from '#shared/domain/actions/means.ts';
import { leads } from '#shared/protocol/roles.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { useSyncState } from '../../client/sync-state.ts';

/** What the officer at work may do about a step on the ladder of means. */
export function useLooks() {
  const officerId = useDeskState().data?.officer?.id ?? '';
  const isLeader = leads(useSyncState().data?.enrolment?.role ?? null);
  return {
    /** Fill in grounds that it lacks. */
    completes: (step: MeansStep): boolean =>
      lackingGrounds(step).length > 0 && mayComplete(step, officerId, isLeader),
    /** Give other reasons for it, or withdraw it, where somebody does not agree. */
    answers: (step: MeansStep): boolean =>
      standingOf(step) === 'objected' && mayComplete(step, officerId, isLeader),
    /** Look at it as the second pair of eyes. */
    sees: (step: MeansStep): boolean => standingOf(step) === 'waits' && mayLookAt(step, officerId),
    /** Review it now. */
    reviews: (step: MeansStep): boolean =>
      ['review', 'again'].includes(standingOf(step)) && isLeader && mayLookAt(step, officerId),
  };
}
