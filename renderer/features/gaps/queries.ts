import type { GapQuestion } from '#shared/contract/gaps.ts';

import { useQuestion } from '../../client/queries.ts';
import { useSteadyQuestion } from '../../client/steady-question.ts';

/** The last answer stays until the next one is there. */
export function useGapMap(question: GapQuestion, enabled: boolean) {
  return useSteadyQuestion(
    {
      topics: ['contacts', 'facts', 'territory'],
      key: ['gaps.map', question],
      ask: (client, signal) => client.gaps.map(question, { signal }),
    },
    { enabled },
  );
}

/** Every piece of street; asks nothing where neighbourhoods are shown. */
export function useGapLines(enabled: boolean) {
  return useQuestion(
    {
      topics: ['territory'],
      key: ['gaps.lines'],
      ask: (client, signal) => client.gaps.lines(undefined, { signal }),
    },
    { enabled },
  );
}

export function useGapAreas(enabled: boolean) {
  return useQuestion(
    {
      topics: ['territory'],
      key: ['territory.areas', ['neighbourhood']],
      ask: (client, signal) => client.territory.areas({ kinds: ['neighbourhood'] }, { signal }),
    },
    { enabled },
  );
}
