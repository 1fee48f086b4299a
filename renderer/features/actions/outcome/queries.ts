import type { UseQueryResult } from '@tanstack/react-query';

import type { VerdictsAnswer } from '#shared/contract/action-evidence.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useSteadyQuestion } from '../../../client/steady-question.ts';

/** Which verdicts are possible and what was counted; nothing is asked unless `enabled`. */
export function useVerdicts(
  question: { readonly id: Id; readonly signAfter: number | null },
  enabled: boolean,
): UseQueryResult<VerdictsAnswer> {
  return useSteadyQuestion(
    {
      topics: ['dossiers', 'facts', 'contacts', 'territory'],
      key: ['actions.verdicts', question.id, question.signAfter],
      ask: (client, signal) => client.actions.verdicts(question, { signal }),
    },
    { enabled },
  );
}
