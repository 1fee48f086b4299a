import { administers, leads } from '#shared/protocol/roles.ts';

import { useSyncState } from './sync-state.ts';

/** Whether who works here leads a team, as the desk last heard; it refuses the rest whatever is shown. */
export function useLeads(): boolean {
  return leads(useSyncState().data?.enrolment?.role);
}

/** Whether who works here sets what holds for the whole zone. */
export function useAdministers(): boolean {
  return administers(useSyncState().data?.enrolment?.role);
}
