import type { Role } from './account.ts';

/** On a desk without a centre nobody has a role, and whoever works there does what leads do. */
type RoleHere = Role | null | undefined;

/** Whether this role leads a team. */
export function leads(role: RoleHere): boolean {
  return !role || role === 'team-lead' || role === 'administrator';
}

/** Whether this role sets what holds for the whole zone. */
export function administers(role: RoleHere): boolean {
  return !role || role === 'administrator';
}
