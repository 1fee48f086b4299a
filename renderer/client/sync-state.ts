import type { SyncState } from '#shared/contract/sync.ts';

import { type Question, useQuestion } from './queries.ts';

const stateQuestion: Question<SyncState> = {
  topics: ['sync', 'outbox'],
  key: ['sync.state'],
  ask: (client, signal) => client.sync.state(undefined, { signal }),
};

/** How this desk stands with its centre, and how much waits here. */
export function useSyncState() {
  return useQuestion(stateQuestion);
}
