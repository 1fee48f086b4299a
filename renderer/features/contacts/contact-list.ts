import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { ContactGroupCount } from '#shared/contract/contacts.ts';
import type { ContactFilter } from '#shared/domain/contacts/contact-filter.ts';
import type {
  ContactGroup,
  ContactGrouping,
  ContactSort,
} from '#shared/domain/contacts/contact-view.ts';

import { pagedQuestionOptions } from '../../client/queries.ts';
import { useSteadyQuestion } from '../../client/steady-question.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';

const PAGE_ROWS = 100;

export interface ListedContacts {
  readonly filter: ContactFilter;
  readonly sort: ContactSort;
  /** Only this group of the list; null is all of it. */
  readonly group: ContactGroup | null;
}

/** Contacts that match, in their order, page by page as somebody scrolls. */
export function useContactList(
  { filter, sort, group }: ListedContacts,
  options: { readonly enabled?: boolean } = {},
) {
  const client = useWorkbench();
  const { language } = useFormats();
  const answer = useInfiniteQuery({
    ...pagedQuestionOptions(client, {
      topics: ['contacts', 'territory', 'outbox'],
      key: ['contacts.list', filter, sort, group, language],
      ask: (workbench, cursor, signal) =>
        workbench.contacts.list(
          { filter, sort, group, language, cursor, limit: PAGE_ROWS },
          { signal },
        ),
    }),
    enabled: options.enabled ?? true,
    placeholderData: (previous) => previous,
  });
  const rows = useMemo(() => answer.data?.pages.flatMap((page) => page.rows) ?? [], [answer.data]);
  return { ...answer, rows, total: answer.data?.pages[0]?.total };
}

/** The groups of a list with their sizes; asks nothing while the list is not grouped. */
export function useContactGroups(filter: ContactFilter, by: ContactGrouping | null) {
  const { language } = useFormats();
  return useSteadyQuestion<ContactGroupCount[]>(
    {
      topics: ['contacts', 'territory', 'codes'],
      key: ['contacts.groups', filter, by, language],
      ask: (client, signal) =>
        client.contacts.groups({ filter, by: by ?? 'month', language }, { signal }),
    },
    { enabled: by !== null },
  );
}
