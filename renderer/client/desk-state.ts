import { type QueryClient, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';

import type { DeskState } from '#shared/contract/desk.ts';

import { keepEverything } from './before-lock.ts';
import { useQuestion } from './queries.ts';
import { useWorkbench } from './workbench.tsx';

const KEY = ['desk.state'];
/** What is about the desk and nobody in particular. */
const OF_THE_DESK: ReadonlySet<unknown> = new Set(['desk.state', 'desk.preferences']);

/** Who is at work, and which officers' files this desk holds. */
export function useDeskState(): UseQueryResult<DeskState> {
  return useQuestion({
    topics: ['desk', 'outbox'],
    key: KEY,
    ask: (client, signal) => client.desk.state(undefined, { signal }),
  });
}

/** Puts in place the state that an operation answered with, without asking again. */
export function acceptDeskState(queries: QueryClient, state: DeskState): void {
  queries.setQueryData(KEY, state);
}

/** Everything the page knows of an officer, gone: answers, questions under way, changes under way. */
export function forgetOfficer(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => !OF_THE_DESK.has(queryKey[0]) });
  queries.getMutationCache().clear();
}

/** Stores what is being typed, then locks the desk. Rejects, and leaves it open, when that fails. */
export function useLock(): () => Promise<void> {
  const client = useWorkbench();
  const queries = useQueryClient();
  return useCallback(async () => {
    await keepEverything();
    acceptDeskState(queries, await client.desk.lock());
  }, [client, queries]);
}
