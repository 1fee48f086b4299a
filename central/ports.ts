import type { Instant } from '#shared/lib/dates.ts';

import type { CentralStore } from './store/central-store.ts';

/** What the use cases of the centre work with. */
export interface Centre {
  readonly store: CentralStore;
  readonly clock: CentralClock;
  readonly random: (bytes: number) => Uint8Array;
  readonly log: CentralLog;
}

export interface CentralClock {
  now(): Instant;
}

/** Only codes, counts and references: the types leave no room for what somebody typed. */
export interface CentralLog {
  info(event: string, facts?: CentralFacts): void;
  warn(event: string, facts?: CentralFacts): void;
  error(event: string, facts?: CentralFacts): void;
}
export type CentralFacts = Readonly<Record<string, number | boolean | string>>;
