import { QueryCache, QueryClient } from '@tanstack/react-query';

import { failureOf } from './errors.ts';
import { refresh } from './queries.ts';

/**
 * Answers stay fresh until the workbench says that something changed, so nothing is asked twice and
 * nothing by the clock. An answer LOCKED means that the page has not heard of the lock yet.
 */
export function makeQueryClient(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (failureOf(error).code === 'LOCKED') void refresh(queries, ['desk']);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return queries;
}
