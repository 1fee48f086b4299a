/** So many failures within this time mean that starting again does not help. */
const LIMIT = 3;
const PERIOD_MILLISECONDS = 5 * 60_000;

/** Counts how often the workbench stopped by itself. `now` is in milliseconds, on any steady clock. */
export function createRestartLimit(): { mayRestart(now: number): boolean } {
  let failures: readonly number[] = [];
  return {
    mayRestart: (now) => {
      failures = [...failures.filter((at) => now - at < PERIOD_MILLISECONDS), now];
      return failures.length <= LIMIT;
    },
  };
}
