import type { Role } from '#shared/protocol/account.ts';
import { administers, leads } from '#shared/protocol/roles.ts';

import { WorkbenchError } from './errors.ts';

/**
 * Throws NOT_NOW (not-a-leader) where the desk belongs to a zone and the officer does not lead there: the centre would
 * set aside what they do.
 *
 * @param role of the officer at the centre; null on a desk without one.
 */
export function checkLeads(role: Role | null): void {
  if (!leads(role)) throw new WorkbenchError('NOT_NOW', { reason: 'not-a-leader' });
}

/** The same for what only an administrator of the zone does. */
export function checkAdministers(role: Role | null): void {
  if (!administers(role)) throw new WorkbenchError('NOT_NOW', { reason: 'not-a-leader' });
}
