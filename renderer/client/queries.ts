import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import type { ChangeTopic } from '#shared/contract/desk.ts';

import { useWorkbench } from './workbench.tsx';

declare module '@tanstack/react-query' {
  interface Register {
    /** Which changes of the workbench make the answer old. */
    queryMeta: { readonly topics?: readonly ChangeTopic[] };
  }
}

export interface Question<Answer> {
  readonly topics: readonly ChangeTopic[];
  /** The operation and its input; equal keys share one answer. */
  readonly key: readonly unknown[];
  readonly ask: (client: WorkbenchClient, signal: AbortSignal) => Promise<Answer>;
}

/** Options for TanStack Query: the answer lives until a change of one of its topics. */
export function questionOptions<Answer>(client: WorkbenchClient, question: Question<Answer>) {
  return queryOptions({
    queryKey: question.key,
    queryFn: ({ signal }) => question.ask(client, signal),
    meta: { topics: question.topics },
  });
}

/** Asks the workbench and asks again whenever one of the topics changes, from whichever window. */
export function useQuestion<Answer>(
  question: Question<Answer>,
  options: {
    readonly enabled?: boolean;
    /**
     * Asks again at every visit, and so many milliseconds after each answer while the page is visible: of what no change
     * is heard.
     */
    readonly everyMs?: number | undefined;
  } = {},
): UseQueryResult<Answer> {
  const client = useWorkbench();
  return useQuery({
    ...questionOptions(client, question),
    enabled: options.enabled ?? true,
    ...askedAgain(options.everyMs),
  });
}

/** Options of TanStack Query for an answer of which no change is heard; see {@link useQuestion}. */
export function askedAgain(everyMs: number | undefined) {
  return everyMs === undefined
    ? {}
    : ({ refetchOnMount: 'always', refetchInterval: everyMs } as const);
}

export interface PagedQuestion<Page> {
  readonly topics: readonly ChangeTopic[];
  readonly key: readonly unknown[];
  readonly ask: (
    client: WorkbenchClient,
    cursor: string | null,
    signal: AbortSignal,
  ) => Promise<Page>;
}

/** Like {@link questionOptions}, for an operation that answers page by page. */
export function pagedQuestionOptions<Page extends { readonly nextCursor: string | null }>(
  client: WorkbenchClient,
  question: PagedQuestion<Page>,
) {
  return infiniteQueryOptions({
    queryKey: question.key,
    queryFn: ({ pageParam, signal }) => question.ask(client, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    meta: { topics: question.topics },
  });
}

/** Marks as old every answer that depends on one of `topics`, or all when none are named. */
export async function refresh(
  queries: QueryClient,
  topics?: readonly ChangeTopic[],
): Promise<void> {
  await queries.invalidateQueries({
    predicate: ({ meta }) =>
      topics === undefined || (meta?.topics?.some((topic) => topics.includes(topic)) ?? false),
  });
}
