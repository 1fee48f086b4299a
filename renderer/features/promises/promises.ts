import { useInfiniteQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { PromiseFilter } from '#shared/contract/promises.ts';
import type { KeptPromise } from '#shared/domain/promises/promise.ts';
import type { Id } from '#shared/lib/ids.ts';

import { pagedQuestionOptions, useQuestion } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';

const PAGE_ROWS = 50;
const TOPICS = ['promises', 'contacts', 'territory', 'people'] as const;

/** Promises that wait to be kept, the longest overdue first. */
export function useOpenPromises(): UseQueryResult<KeptPromise[]> {
  return useQuestion({
    topics: TOPICS,
    key: ['promises.open'],
    ask: (client, signal) => client.promises.open(undefined, { signal }),
  });
}

/** The promise made at a contact; null when none was. */
export function usePromiseOfContact(contactId: Id): UseQueryResult<KeptPromise | null> {
  return useQuestion({
    topics: TOPICS,
    key: ['promises.ofContact', contactId],
    ask: (client, signal) => client.promises.ofContact({ contactId }, { signal }),
  });
}

/** Promises that match, page by page. */
export function usePromiseList(filter: PromiseFilter) {
  const client = useWorkbench();
  const answer = useInfiniteQuery({
    ...pagedQuestionOptions(client, {
      topics: TOPICS,
      key: ['promises.list', filter],
      ask: (workbench, cursor, signal) =>
        workbench.promises.list({ filter, cursor, limit: PAGE_ROWS }, { signal }),
    }),
    placeholderData: (previous) => previous,
  });
  const rows = useMemo(() => answer.data?.pages.flatMap((page) => page.rows) ?? [], [answer.data]);
  return { ...answer, rows, total: answer.data?.pages[0]?.total };
}

/** Everybody of the team who can keep a promise, by name. */
export function useColleagues() {
  return useQuestion({
    topics: ['people'],
    key: ['people.officers'],
    ask: (client, signal) => client.people.officers(undefined, { signal }),
  });
}
