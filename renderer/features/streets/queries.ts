import type { UseQueryResult } from '@tanstack/react-query';

import type { StreetProfile, StreetProfileQuestion } from '#shared/contract/street-profile.ts';
import type { NeighbourhoodPicture, StreetPicture } from '#shared/contract/streets.ts';
import type { Id } from '#shared/lib/ids.ts';

import { type FailureCode, failureOf } from '../../client/errors.ts';
import { useQuestion } from '../../client/queries.ts';
import { useSteadyQuestion } from '../../client/steady-question.ts';

const TOPICS = ['contacts', 'promises', 'territory', 'people', 'outbox'] as const;

export function useStreet(id: Id): UseQueryResult<StreetPicture> {
  return useQuestion({
    topics: TOPICS,
    key: ['streets.street', id],
    ask: (client, signal) => client.streets.street({ id }, { signal }),
  });
}

/** The same with the picture of a piece of it; nothing is asked without one. */
export function usePieceOfStreet(id: Id, segmentId: Id | null): UseQueryResult<StreetPicture> {
  return useQuestion(
    {
      topics: TOPICS,
      key: ['streets.street', id, segmentId],
      ask: (client, signal) => client.streets.street({ id, segmentId }, { signal }),
    },
    { enabled: segmentId !== null },
  );
}

export function useNeighbourhood(id: Id): UseQueryResult<NeighbourhoodPicture> {
  return useQuestion({
    topics: TOPICS,
    key: ['streets.neighbourhood', id],
    ask: (client, signal) => client.streets.neighbourhood({ id }, { signal }),
  });
}

/** What a street, or a piece of it, tells beside its picture; the last answer stays until the next is there. */
export function useStreetProfile(question: StreetProfileQuestion): UseQueryResult<StreetProfile> {
  return useSteadyQuestion({
    topics: ['contacts', 'facts', 'parties', 'people', 'dossiers', 'territory'],
    key: ['streets.profile', question],
    ask: (client, signal) => client.streets.profile(question, { signal }),
  });
}

/** The answers that mean that no such place is here; an address can hold anything for an id. */
const ABSENT: ReadonlySet<FailureCode> = new Set(['NOT_FOUND', 'INVALID_FIELD', 'INVALID_INPUT']);

export function isAbsent({ isError, error }: UseQueryResult<unknown>): boolean {
  return isError && ABSENT.has(failureOf(error).code);
}
