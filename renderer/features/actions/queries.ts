import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { PartnerChoice } from '#shared/contract/action-deals.ts';
import type { DossierPage, DueMeasure, Proposal } from '#shared/contract/actions.ts';
import type { DossierFilter, DossierLine } from '#shared/contract/dossier-list.ts';
import type { Action } from '#shared/domain/actions/action.ts';
import type { Lesson } from '#shared/domain/actions/lesson.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import { pagedQuestionOptions, useQuestion } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';

/** So long is waited for the next letter. */
const PAUSE_MS = 60;
const PAGE_ROWS = 50;
const TOPICS = ['dossiers', 'territory', 'contacts'] as const;

export function newId(): Id {
  return makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}

export function useDossiers(): UseQueryResult<DossierLine[]> {
  return useQuestion({
    topics: TOPICS,
    key: ['actions.dossiers'],
    ask: (client, signal) => client.actions.dossiers({}, { signal }),
  });
}

/** Dossiers that match, page by page; the last answer stays until the next one is there. */
export function useDossierList(asked: DossierFilter) {
  const [text] = useDebouncedValue(asked.text, PAUSE_MS);
  const filter = { ...asked, text };
  const answer = useInfiniteQuery({
    ...pagedQuestionOptions(useWorkbench(), {
      topics: [...TOPICS, 'codes'],
      key: ['actions.findDossiers', filter],
      ask: (client, cursor, signal) =>
        client.actions.findDossiers({ filter, cursor, limit: PAGE_ROWS }, { signal }),
    }),
    placeholderData: (previous) => previous,
  });
  const rows = useMemo(() => answer.data?.pages.flatMap((page) => page.rows) ?? [], [answer.data]);
  return {
    ...answer,
    rows,
    total: answer.data?.pages[0]?.total,
    /** Whether the rows are those of what is asked now. */
    isSettled: !answer.isPlaceholderData && text === asked.text,
  };
}

export function useDossier(id: Id): UseQueryResult<DossierPage> {
  return useQuestion({
    topics: TOPICS,
    key: ['actions.dossier', id],
    ask: (client, signal) => client.actions.dossier({ id }, { signal }),
  });
}

export function useBench(): UseQueryResult<Proposal[]> {
  return useQuestion({
    topics: ['dossiers'],
    key: ['actions.bench'],
    ask: (client, signal) => client.actions.bench(undefined, { signal }),
  });
}

/** How many days those who lead have to answer. */
export function useAnswerDays(): number | undefined {
  return useQuestion({
    topics: ['dossiers'],
    key: ['actions.answerDays'],
    ask: (client, signal) => client.actions.answerDays(undefined, { signal }),
  }).data?.days;
}

export function useMeans() {
  return useQuestion({
    topics: ['dossiers'],
    key: ['actions.means'],
    ask: (client, signal) => client.actions.means(undefined, { signal }),
  });
}

/** Heavy steps that wait for a second pair of eyes; asked only where somebody leads. */
export function useWaitingEyes() {
  return useQuestion({
    topics: ['dossiers'],
    key: ['actions.waitingEyes'],
    ask: (client, signal) => client.actions.waitingEyes(undefined, { signal }),
  }).data;
}

/** Steps of the officer at work that somebody does not agree with. */
export function useObjectedSteps() {
  return useQuestion({
    topics: ['dossiers'],
    key: ['actions.objectedSteps'],
    ask: (client, signal) => client.actions.objectedSteps(undefined, { signal }),
  }).data;
}

export function useLessons(enabled = true): UseQueryResult<Lesson[]> {
  return useQuestion(
    {
      topics: ['dossiers'],
      key: ['actions.lessons'],
      ask: (client, signal) => client.actions.lessons(undefined, { signal }),
    },
    { enabled },
  );
}

/** What was learned of an action that ended, with the circumstances under which it holds. */
export function useLessonOf({ id, state }: Pick<Action, 'id' | 'state'>): Lesson | undefined {
  const lessons = useLessons(state === 'closed').data;
  return lessons?.find(({ actionId }) => actionId === id);
}

export function useDue(): UseQueryResult<DueMeasure[]> {
  return useQuestion({
    topics: TOPICS,
    key: ['actions.due'],
    ask: (client, signal) => client.actions.due(undefined, { signal }),
  });
}

export function usePartners(): UseQueryResult<PartnerChoice[]> {
  return useQuestion({
    topics: ['people'],
    key: ['actions.partners'],
    ask: (client, signal) => client.actions.partners(undefined, { signal }),
  });
}

/** Names of officers by their ids, and all of them to choose from. */
export function useOfficers() {
  const officers = useQuestion({
    topics: ['people'],
    key: ['people.officers'],
    ask: (client, signal) => client.people.officers(undefined, { signal }),
  });
  const all = officers.data ?? [];
  return {
    all,
    name: (id: Id | null): string => all.find((one) => one.id === id)?.displayName ?? '',
  };
}
