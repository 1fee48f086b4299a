import type { Contact } from '#shared/domain/contacts/contact.ts';
import type { ContactFilter } from '#shared/domain/contacts/contact-filter.ts';
import type { ContactGroup, ContactView } from '#shared/domain/contacts/contact-view.ts';

import { useQuestion } from '../../client/queries.ts';
import { useFormats } from '../../ui/formats.ts';

/** The most rows on paper: some sixty pages. More is a matter for a spreadsheet. */
export const MOST_PRINTED = 2_000;
const PAGE_ROWS = 500;

export interface PrintRows {
  readonly rows: readonly Contact[];
  readonly total: number;
}

/** The contacts of a view in its order, at most MOST_PRINTED; undefined is a filter that lets none through. */
export function usePrintRows(view: ContactView, filter: ContactFilter | undefined) {
  const { language } = useFormats();
  return useQuestion<PrintRows>({
    topics: ['contacts', 'territory', 'outbox'],
    key: ['contacts.print', filter, view.sort, view.group, language],
    async ask(client, signal) {
      if (!filter) return { rows: [], total: 0 };
      const { sort, group: by } = view;
      const groups =
        by === null ? null : await client.contacts.groups({ filter, by, language }, { signal });
      const rows: Contact[] = [];
      const readGroup = async (group: ContactGroup | null): Promise<number> => {
        let cursor: string | null = null;
        let total = 0;
        do {
          const limit = Math.min(PAGE_ROWS, MOST_PRINTED - rows.length);
          const input = { filter, sort, group, language, cursor, limit };
          const page: Awaited<ReturnType<typeof client.contacts.list>> = await client.contacts.list(
            input,
            { signal },
          );
          rows.push(...page.rows);
          ({ total, nextCursor: cursor } = page);
        } while (cursor !== null && rows.length < MOST_PRINTED);
        return total;
      };
      if (!groups) return { total: await readGroup(null), rows };
      for (const { group } of groups) {
        if (rows.length >= MOST_PRINTED) break;
        await readGroup(group);
      }
      return { rows, total: groups.reduce((sum, { count }) => sum + count, 0) };
    },
  });
}
