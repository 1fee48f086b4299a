import { type Role, ROLES } from '#shared/protocol/account.ts';
import type { WIRE } from '#shared/protocol/wire.ts';

import { ASKERS } from '../../../central/access/endpoints.ts';

export type AddressName = keyof typeof WIRE;

/** As whom an address is asked. */
export interface Asking {
  readonly text: string;
  /** Null without a token. */
  readonly role: Role | null;
  readonly shut?: 'closed' | 'revoked';
}

export const ASKING: readonly Asking[] = [
  { text: 'without a token', role: null },
  ...ROLES.map((role) => ({ text: role, role })),
  { text: 'closed', role: 'administrator', shut: 'closed' },
  { text: 'shut out', role: 'administrator', shut: 'revoked' },
];

/** How a right request ends where it is let in, as far as that is not `done`. */
const ANSWERS: Partial<Record<AddressName, string>> = {
  // The centre of this test has no provider of identities.
  oidcStart: 'NOT_OFFERED',
  oidcEnrol: 'NOT_OFFERED',
  oidcSignIn: 'NOT_OFFERED',
  // A part that is of no parcel; `parcels.test.ts` has real ones.
  parcelPart: 'PARCEL_REFUSED',
};
/** The same of a desk whose account was closed: it sees nothing any more, and may hand over what it has. */
const ANSWERS_TO_CLOSED: Partial<Record<AddressName, string>> = {
  ...ANSWERS,
  blobGet: 'NOT_FOUND',
  territoryGet: 'NOT_FOUND',
};

/** How a right request ends, by the policy: `done`, or the code with which it is refused. */
export function endingAt(name: AddressName, { role, shut }: Asking): string {
  const askers = ASKERS[name];
  const answer = (shut === 'closed' ? ANSWERS_TO_CLOSED : ANSWERS)[name] ?? 'done';
  if (askers === 'anybody') return ANSWERS[name] ?? 'done';
  if (role === null || shut === 'revoked') return 'NOT_SIGNED_IN';
  if (askers === 'desks') return answer;
  const isLetIn = askers === 'administrators' ? role === 'administrator' : role !== 'officer';
  return isLetIn && shut === undefined ? answer : 'FORBIDDEN';
}
