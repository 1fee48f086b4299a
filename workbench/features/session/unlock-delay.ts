import type { Instant } from '#shared/lib/dates.ts';

/** Wrong passphrases since the last right one, kept on disk so that a restart forgives nothing. */
export interface Failures {
  readonly count: number;
  readonly lastAt: Instant | null;
}

export const NO_FAILURES: Failures = { count: 0, lastAt: null };

const LONGEST_DELAY_SECONDS = 300;

/** Seconds to wait after this many wrong passphrases in a row: 1, 2, 4, 8 … at most five minutes. */
export function delaySeconds(failures: number): number {
  return failures === 0 ? 0 : Math.min(2 ** (failures - 1), LONGEST_DELAY_SECONDS);
}

/**
 * Seconds still to wait at `now`, rounded up. A clock that was set back never makes the wait longer
 * than the delay itself.
 */
export function secondsToWait(failures: Failures, now: Instant): number {
  if (failures.lastAt === null) return 0;
  const delay = delaySeconds(failures.count);
  const passed = (Date.parse(now) - Date.parse(failures.lastAt)) / 1_000;
  return Math.max(0, Math.min(delay, Math.ceil(delay - passed)));
}
