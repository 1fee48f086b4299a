import { useInfiniteQuery } from '@tanstack/react-query';

import type { ChangeTopic } from '#shared/contract/desk.ts';
import type { ContactHit, DossierHit, PromiseHit } from '#shared/contract/search.ts';
import { LONGEST_QUERY } from '#shared/domain/search/search-query.ts';

import { pagedQuestionOptions } from '../../client/queries.ts';
import { useSteadyQuestion } from '../../client/steady-question.ts';
import { useWorkbench } from '../../client/workbench.tsx';

const TOPICS: readonly ChangeTopic[] = [
  'contacts',
  'promises',
  'parties',
  'territory',
  'people',
  'dossiers',
];
const PAGE = 25;

/** Some of everything that holds the text; the last answer stays until the next one is there. */
export function useSearch(text: string, limit: number) {
  const asked = text.slice(0, LONGEST_QUERY);
  return useSteadyQuestion(
    {
      topics: TOPICS,
      key: ['search.everything', asked, limit],
      ask: (client, signal) => client.search.everything({ text: asked, limit }, { signal }),
    },
    { enabled: asked.trim() !== '' },
  );
}

/** Names that fit the text; the last answer stays until the next one is there. */
export function useNames(text: string, limit: number) {
  return useSteadyQuestion(
    {
      topics: TOPICS,
      key: ['search.names', text, limit],
      ask: (client, signal) => client.search.names({ text, limit }, { signal }),
    },
    { enabled: text.trim() !== '' },
  );
}

/** All contacts that hold the text, page by page. */
export function useContactHits(text: string) {
  const client = useWorkbench();
  return useInfiniteQuery({
    ...pagedQuestionOptions<{ rows: ContactHit[]; nextCursor: string | null }>(client, {
      topics: TOPICS,
      key: ['search.contacts', text],
      ask: (workbench, cursor, signal) =>
        workbench.search.contacts({ text, cursor, limit: PAGE }, { signal }),
    }),
    enabled: text !== '',
  });
}

/** All promises that hold the text, page by page. */
export function usePromiseHits(text: string) {
  const client = useWorkbench();
  return useInfiniteQuery({
    ...pagedQuestionOptions<{ rows: PromiseHit[]; nextCursor: string | null }>(client, {
      topics: TOPICS,
      key: ['search.promises', text],
      ask: (workbench, cursor, signal) =>
        workbench.search.promises({ text, cursor, limit: PAGE }, { signal }),
    }),
    enabled: text !== '',
  });
}

/** All dossiers and actions that hold the text, page by page. */
export function useDossierHits(text: string) {
  const client = useWorkbench();
  return useInfiniteQuery({
    ...pagedQuestionOptions<{ rows: DossierHit[]; nextCursor: string | null }>(client, {
      topics: TOPICS,
      key: ['search.dossiers', text],
      ask: (workbench, cursor, signal) =>
        workbench.search.dossiers({ text, cursor, limit: PAGE }, { signal }),
    }),
    enabled: text !== '',
  });
}
