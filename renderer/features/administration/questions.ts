import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import type { AdministeredArea } from '#shared/contract/administration.ts';
import type { WorkbenchClient } from '#shared/contract/contract.ts';
import type { Account, Desk } from '#shared/protocol/administration.ts';

import { type Question, refresh } from '../../client/queries.ts';
import { useSyncState } from '../../client/sync-state.ts';
import { useWorkbench } from '../../client/workbench.tsx';

export const accountsQuestion: Question<{ zoneId: string; accounts: Account[] }> = {
  topics: ['administration'],
  key: ['administration.accounts'],
  ask: (client, signal) => client.administration.accounts({}, { signal }),
};

export const desksQuestion: Question<{ alarmDays: number; desks: Desk[] }> = {
  topics: ['administration'],
  key: ['administration.desks'],
  ask: (client, signal) => client.administration.desks({}, { signal }),
};

export const areasQuestion: Question<{ areas: AdministeredArea[] }> = {
  topics: ['administration', 'territory'],
  key: ['administration.areas'],
  ask: (client, signal) => client.administration.areas(undefined, { signal }),
};

/** What the officer is at the centre; undefined at a desk of its own, and before it is known. */
export function useRole() {
  return useSyncState().data?.enrolment?.role;
}

/** Does something at the centre; whatever is shown of it is asked again, however it ended. */
export function useAct(): <Answer>(
  work: (client: WorkbenchClient) => Promise<Answer>,
) => Promise<Answer> {
  const client = useWorkbench();
  const queries = useQueryClient();
  return useCallback(
    async (work) => {
      try {
        return await work(client);
      } finally {
        await refresh(queries, ['administration']);
      }
    },
    [client, queries],
  );
}
