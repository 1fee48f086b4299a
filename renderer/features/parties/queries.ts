import { useInfiniteQuery } from '@tanstack/react-query';

import type { PartyKind } from '#shared/domain/parties/party.ts';
import type { Id } from '#shared/lib/ids.ts';

import { pagedQuestionOptions, useQuestion } from '../../client/queries.ts';
import { useSteadyQuestion } from '../../client/steady-question.ts';
import { useWorkbench } from '../../client/workbench.tsx';

const PAGE_ROWS = 60;

/** Names that fit what is being typed; the last answer stays until the next one is there. */
export function usePartySuggestions(text: string, limit: number) {
  return useSteadyQuestion(
    {
      topics: ['parties'],
      key: ['parties.suggest', text, limit],
      ask: (client, signal) => client.parties.suggest({ text, limit }, { signal }),
    },
    { enabled: text !== '' },
  );
}

export function useSimilarParties(id: Id) {
  return useQuestion({
    topics: ['parties'],
    key: ['parties.similar', id],
    ask: (client, signal) => client.parties.similar({ id }, { signal }),
  });
}

/** Everybody who stands for themselves, by name, page by page. */
export function usePartyList(kind: PartyKind | null) {
  return useInfiniteQuery(
    pagedQuestionOptions(useWorkbench(), {
      topics: ['parties'],
      key: ['parties.list', kind],
      ask: (client, cursor, signal) =>
        client.parties.list({ kind, cursor, limit: PAGE_ROWS }, { signal }),
    }),
  );
}

export function useParty(id: Id) {
  return useQuestion({
    topics: ['parties', 'contacts'],
    key: ['parties.get', id],
    ask: (client, signal) => client.parties.get({ id }, { signal }),
  });
}

export function usePartyContacts(id: Id) {
  return useInfiniteQuery(
    pagedQuestionOptions(useWorkbench(), {
      topics: ['parties', 'contacts', 'territory', 'outbox'],
      key: ['parties.contacts', id],
      ask: (client, cursor, signal) =>
        client.parties.contacts({ id, cursor, limit: PAGE_ROWS }, { signal }),
    }),
  );
}

export function usePartyPromises(id: Id) {
  return useQuestion({
    topics: ['parties', 'promises', 'contacts'],
    key: ['parties.promises', id],
    ask: (client, signal) => client.parties.promises({ id }, { signal }),
  });
}
