import type { Seq } from '#shared/protocol/basics.ts';

/** The order of commits of one zone, in memory. */
export interface MemoryClock {
  /** Called when a transaction begins; what it gives is handed to `commit`. */
  begin(): Seq | null;
  commit(begun: Seq | null): Seq;
  now(): Seq;
}

/** Takes the number at the moment of the commit, as the counter row does. */
export function commitClock(start: Seq): MemoryClock {
  let seq = start;
  return {
    begin: () => null,
    commit: () => (seq += 1),
    now: () => seq,
  };
}
