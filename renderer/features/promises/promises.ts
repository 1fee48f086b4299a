import type { UseQueryResult } from '@tanstack/react-query';

import type { ContactPromise } from '#shared/domain/promises/promise.ts';

import { useQuestion } from '../../client/queries.ts';

/** Promises that wait to be kept, the longest overdue first. */
export function useOpenPromises(): UseQueryResult<ContactPromise[]> {
  return useQuestion({
    topics: ['promises', 'territory', 'people'],
    key: ['promises.open'],
    ask: (client, signal) => client.promises.open(undefined, { signal }),
  });
}
