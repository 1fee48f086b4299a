import { expect, it } from 'vitest';

import { ROLES } from '#shared/protocol/account.ts';

import { checkAdministers, checkLeads } from './check-role.ts';

const refused = (check: typeof checkLeads): readonly string[] =>
  ROLES.filter((role) => {
    try {
      check(role);
      return false;
    } catch (cause) {
      expect(cause).toMatchObject({ code: 'NOT_NOW', data: { reason: 'not-a-leader' } });
      return true;
    }
  });

it('lets those who lead do what leads do, administrators what they do, and anybody on a desk of its own', () => {
  expect(refused(checkLeads)).toEqual(['officer', 'data-protection-officer']);
  expect(refused(checkAdministers)).toEqual(['officer', 'team-lead', 'data-protection-officer']);
  for (const check of [checkLeads, checkAdministers]) expect(() => check(null)).not.toThrow();
});
