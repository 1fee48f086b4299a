import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { ContactFilter } from '#shared/contract/contacts.ts';

import { pagedQuestionOptions } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import type { ContactSearch } from './contact-search.ts';

const PAGE_ROWS = 100;

/** The filter without the fields that do not narrow. */
export function filterOf(search: ContactSearch): ContactFilter {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

/** Contacts that match, newest first, page by page as somebody scrolls. */
export function useContactList(search: ContactSearch) {
  const client = useWorkbench();
  const filter = useMemo(() => filterOf(search), [search]);
  const answer = useInfiniteQuery({
    ...pagedQuestionOptions(client, {
      topics: ['contacts', 'territory', 'outbox'],
      key: ['contacts.list', filter],
      ask: (workbench, cursor, signal) =>
        workbench.contacts.list({ filter, cursor, limit: PAGE_ROWS }, { signal }),
    }),
    placeholderData: (previous) => previous,
  });
  const rows = useMemo(() => answer.data?.pages.flatMap((page) => page.rows) ?? [], [answer.data]);
  return { ...answer, rows, total: answer.data?.pages[0]?.total };
}
