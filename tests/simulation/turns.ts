import { pick, type Random } from '#shared/lib/random.ts';

/**
 * Lets several tasks take turns in an order that the seed decides: each waits at `pause` until it is
 * chosen. Nothing else in a history may wait for anything but promises that are settled at once.
 */
export interface Turns {
  /** A place where others may come in between. Outside of `together` it does not wait. */
  pause(): Promise<void>;
  together(tasks: readonly (() => Promise<void>)[]): Promise<void>;
}

/** Rounds without anybody to choose before a history counts as stuck. */
const PATIENCE = 10_000;

export function takeTurns(random: Random): Turns {
  let waiting: (() => void)[] = [];
  let running = false;
  return {
    pause() {
      if (!running) return Promise.resolve();
      return new Promise((resolve) => waiting.push(resolve));
    },
    async together(tasks) {
      running = true;
      let left = tasks.length;
      const failures: unknown[] = [];
      for (const task of tasks) {
        void task()
          .catch((cause: unknown) => failures.push(cause))
          .finally(() => (left -= 1));
      }
      for (let idle = 0; left > 0;) {
        // Lets everything that can go on without a turn do so.
        await new Promise((resolve) => setImmediate(resolve));
        if (waiting.length === 0) {
          if ((idle += 1) > PATIENCE) throw new Error('stuck: tasks wait for one another');
          continue;
        }
        idle = 0;
        const chosen = pick(random, waiting);
        waiting = waiting.filter((one) => one !== chosen);
        chosen();
      }
      running = false;
      if (failures.length > 0) throw failures[0];
    },
  };
}
