import type { Instant } from '../../lib/dates.ts';

/** What a desk remembers of its last sign-in at the centre. */
export interface LeaseFacts {
  /** Until when the desk may work with the centre without its officer signing in again. */
  readonly signedInUntil: Instant;
  /** The latest moment this desk is known to have seen: of the centre's clock, or of its own last use. */
  readonly latestKnown: Instant;
}

export type Lease =
  | {
      readonly state: 'valid';
      /** Whole days that are left; 0 on the last one. */
      readonly daysLeft: number;
      /** The officer is told in time to sign in while there is a line. */
      readonly endsSoon: boolean;
    }
  /** The officer signs in at the centre before anything travels; what waits stays where it is. */
  | { readonly state: 'over' };

const DAY_MS = 86_400_000;
/** Days before the end from which on the officer is told. */
const SOON_DAYS = 3;

/**
 * Whether an officer may go on without the centre asking who it is. A clock that was set back does not
 * make a lease longer: what counts is the latest moment that this desk knows of.
 */
export function leaseAt({ signedInUntil, latestKnown }: LeaseFacts, now: Instant): Lease {
  const moment = Math.max(Date.parse(now), Date.parse(latestKnown));
  const left = Date.parse(signedInUntil) - moment;
  if (left <= 0) return { state: 'over' };
  const daysLeft = Math.floor(left / DAY_MS);
  return { state: 'valid', daysLeft, endsSoon: daysLeft < SOON_DAYS };
}
