import type { UseQueryResult } from '@tanstack/react-query';

import type { AbsenceRow } from '#shared/contract/people.ts';

import { useQuestion } from '../../client/queries.ts';

/** Who is away today or later, by first day. */
export function useAbsences(): UseQueryResult<AbsenceRow[]> {
  return useQuestion({
    topics: ['people', 'promises'],
    key: ['people.absences'],
    ask: (client, signal) => client.people.absences(undefined, { signal }),
  });
}
