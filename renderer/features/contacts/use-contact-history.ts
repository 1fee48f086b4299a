import type { UseQueryResult } from '@tanstack/react-query';

import type { ContactHistory } from '#shared/domain/contacts/amendment.ts';
import type { Id } from '#shared/lib/ids.ts';

import { type FailureCode, failureOf } from '../../client/errors.ts';
import { useQuestion } from '../../client/queries.ts';

/** A contact as it reads now, as it was submitted, and every amendment between. */
export function useContactHistory(id: Id): UseQueryResult<ContactHistory> {
  return useQuestion({
    topics: ['contacts', 'territory', 'parties', 'outbox'],
    key: ['contacts.history', id],
    ask: (client, signal) => client.contacts.history({ id }, { signal }),
  });
}

/** The answers that mean that no such contact is here; an address can hold anything for an id. */
const ABSENT: ReadonlySet<FailureCode> = new Set(['NOT_FOUND', 'INVALID_FIELD', 'INVALID_INPUT']);

export function isContactAbsent({ isError, error }: UseQueryResult<unknown>): boolean {
  return isError && ABSENT.has(failureOf(error).code);
}
