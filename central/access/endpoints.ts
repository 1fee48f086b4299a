import type { Role } from '#shared/protocol/account.ts';
import { WIRE } from '#shared/protocol/wire.ts';

import type { AccountRecord } from '../store/records.ts';

/**
 * Who is let in at an address: `anybody`, who then has to prove who they are; every desk with a token that
 * holds, for what its officer may see and write; those in charge, for what they could have written
 * themselves; administrators.
 */
export type Askers = 'anybody' | 'desks' | 'in-charge' | 'administrators';

/** Who may ask at each address of the wire. Asked at every request, before what was sent is read. */
export const ASKERS: Readonly<Record<keyof typeof WIRE, Askers>> = {
  challenge: 'anybody',
  enrol: 'anybody',
  signIn: 'anybody',
  token: 'anybody',
  oidcStart: 'anybody',
  oidcEnrol: 'anybody',
  oidcSignIn: 'anybody',
  push: 'desks',
  pull: 'desks',
  pokes: 'desks',
  blobState: 'desks',
  blobPut: 'desks',
  blobGet: 'desks',
  parcelPart: 'desks',
  territoryGet: 'desks',
  territoryVersions: 'administrators',
  territoryPut: 'administrators',
  territoryPublish: 'administrators',
  accounts: 'administrators',
  addAccount: 'administrators',
  changeAccount: 'administrators',
  setPassword: 'administrators',
  closeAccount: 'administrators',
  reopenAccount: 'administrators',
  makeCode: 'administrators',
  addRight: 'administrators',
  endRight: 'administrators',
  areas: 'administrators',
  setAreas: 'administrators',
  desks: 'administrators',
  revokeDesk: 'administrators',
  setDeskAlarm: 'administrators',
  acts: 'administrators',
  quarantine: 'in-charge',
  quarantined: 'in-charge',
  releaseQuarantined: 'in-charge',
  refuseQuarantined: 'in-charge',
};

const IN_CHARGE: ReadonlySet<Role> = new Set([
  'team-lead',
  'data-protection-officer',
  'administrator',
]);
const BY_PATH: ReadonlyMap<string, Askers> = new Map(
  Object.entries(WIRE).map(([name, { path }]) => [path, ASKERS[name as keyof typeof WIRE]]),
);

/**
 * Whether an account is let in at this address, whatever it asks there. A closed one is where every desk
 * is: its own judgement says that it sees nothing, and sets aside what it sends.
 */
export function mayAsk(
  path: string,
  account: Pick<AccountRecord, 'role' | 'disabled'> | undefined,
): boolean {
  switch (BY_PATH.get(path)) {
    case undefined:
      return false;
    case 'anybody':
    case 'desks':
      return true;
    case 'in-charge':
      return account !== undefined && !account.disabled && IN_CHARGE.has(account.role);
    case 'administrators':
      return account !== undefined && !account.disabled && account.role === 'administrator';
  }
}
