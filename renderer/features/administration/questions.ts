import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import type { AdministeredArea } from '#shared/contract/administration.ts';
import type { WorkbenchClient } from '#shared/contract/contract.ts';
import type { Account, Desk } from '#shared/protocol/administration.ts';

import { type Question, refresh, useQuestion } from '../../client/queries.ts';
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

/** The centre tells no desk what was done in its administration, or set aside. */
const LOOK_AGAIN_MS = 15_000;

/** How often what only the centre has is asked again; not at all while it cannot be reached. */
export function useLookAgain(): number | undefined {
  return useSyncState().data?.connection === 'online' ? LOOK_AGAIN_MS : undefined;
}

/** As `useQuestion`, of what only the centre has: as it is there by now. */
export function useCentreQuestion<Answer>(question: Question<Answer>) {
  return useQuestion(question, { everyMs: useLookAgain() });
}

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
