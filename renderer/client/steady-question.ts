import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';

import { type Question, questionOptions } from './queries.ts';
import { useWorkbench } from './workbench.tsx';

/**
 * Like useQuestion, for a question that changes while one looks at its answer (a moving view, a text
 * being typed): the last answer stays until the next one is there, so that nothing flickers.
 */
export function useSteadyQuestion<Answer>(
  question: Question<Answer>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<Answer> {
  const client = useWorkbench();
  return useQuery({
    ...questionOptions(client, question),
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
  });
}
