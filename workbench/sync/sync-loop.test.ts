import fc from 'fast-check';
import { expect, it } from 'vitest';

import { silentLog } from '../../tests/factories/test-store.ts';
import { CentreError, CentreUnreachable } from './centre.ts';
import type { SyncRound } from './sync-engine.ts';
import { createSyncLoop, retryDelay, type SyncOutcome } from './sync-loop.ts';

const ROUND: SyncRound = {
  pushed: 0,
  rows: 0,
  entities: [],
  results: 0,
  removed: 0,
  differing: 0,
  isClosed: false,
  reached: 7,
};

/** Runs the loop over rounds that end like this, and tells what it waited and said. */
async function runOver(
  rounds: readonly (SyncRound | Error)[],
  during: (at: number, wake: (commit?: number) => void) => void = () => {},
  random = 0,
) {
  const waits: number[] = [];
  const outcomes: SyncOutcome[] = [];
  const stop = new AbortController();
  let at = 0;
  const loop = createSyncLoop({
    engine: {
      round: async () => {
        const outcome = rounds[at] ?? ROUND;
        at += 1;
        if (at >= rounds.length) stop.abort();
        during(at, loop.wake);
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
    },
    scheduler: {
      wait: async (milliseconds) => {
        waits.push(milliseconds);
      },
    },
    random: () => random,
    log: silentLog,
    onRound: (outcome) => outcomes.push(outcome),
  });
  await loop.run(stop.signal);
  return { waits, outcomes };
}

it('waits twice as long after each failure, and starts afresh after a success', async () => {
  const away = new CentreUnreachable();
  const { waits, outcomes } = await runOver([away, away, away, ROUND, away, ROUND, ROUND]);
  expect(waits.slice(0, 5)).toEqual([500, 1_000, 2_000, 60_000, 500]);
  expect(outcomes[0]).toMatchObject({ kind: 'failed', code: 'UNREACHABLE' });
  expect(outcomes[3]).toEqual({ kind: 'done', round: ROUND });
});

it('tells what the centre answered', async () => {
  const { outcomes } = await runOver([new CentreError('SIGN_IN_AGAIN'), ROUND]);
  expect(outcomes[0]).toMatchObject({ code: 'SIGN_IN_AGAIN' });
});

it.each([
  [0, 3_000],
  [0.5, 3_750],
  [0.999, 4_499],
])(
  'waits as long as the centre said, and with %f of the dice up to half as long again',
  async (random, wait) => {
    const busy = new CentreError('UNAVAILABLE', { retryAfterSeconds: 3 });
    const { waits, outcomes } = await runOver([busy, ROUND, ROUND], () => {}, random);
    expect(waits[0]).toBe(wait);
    expect(outcomes[0]).toEqual({ kind: 'failed', code: 'UNAVAILABLE', retryAfterMs: wait });
  },
);

it('waits longer by itself when the centre keeps saying so', async () => {
  const busy = new CentreError('UNAVAILABLE', { retryAfterSeconds: 2 });
  const { waits } = await runOver([busy, busy, busy, busy, busy, ROUND]);
  expect(waits).toEqual([2_000, 2_000, 2_000, 4_000, 8_000]);
});

it('never waits longer than an hour, whatever it is told', async () => {
  const odd = new CentreError('TRY_LATER', { retryAfterSeconds: 999_999 });
  const { waits } = await runOver([odd, ROUND, ROUND]);
  expect(waits[0]).toBe(3_600_000);
});

it('is not woken while it waits as it was told, and goes on then', async () => {
  const told: boolean[] = [];
  for (const cause of [
    new CentreError('UNAVAILABLE', { retryAfterSeconds: 2 }),
    new CentreError('UNAVAILABLE'),
  ]) {
    const stop = new AbortController();
    let rounds = 0;
    const loop = createSyncLoop({
      engine: {
        round: async () => {
          rounds += 1;
          if (rounds === 1) throw cause;
          stop.abort();
          return ROUND;
        },
      },
      scheduler: {
        wait: async (_milliseconds, signal) => {
          loop.wake();
          told.push(signal.aborted);
        },
      },
      random: () => 0,
      log: silentLog,
      onRound: () => {},
    });
    await loop.run(stop.signal);
    expect(rounds).toBe(2);
  }
  expect(told).toEqual([false, true]);
});

it('begins at once for somebody who asks, also while it waits as it was told', async () => {
  const stop = new AbortController();
  let rounds = 0;
  const heard: boolean[] = [];
  const loop = createSyncLoop({
    engine: {
      round: async () => {
        rounds += 1;
        if (rounds < 3) throw new CentreError('UNAVAILABLE', { retryAfterSeconds: 3_600 });
        stop.abort();
        return ROUND;
      },
    },
    scheduler: {
      wait: async (_milliseconds, signal) => {
        loop.rouse();
        heard.push(signal.aborted);
        // Once more while it is awake already: one round is enough.
        loop.rouse();
      },
    },
    random: () => 0,
    log: silentLog,
    onRound: () => {},
  });
  await loop.run(stop.signal);
  expect(heard).toEqual([true, true]);
  expect(rounds).toBe(3);
});

it('does not sleep when something changed during the round', async () => {
  const { waits } = await runOver([ROUND, ROUND, ROUND], (at, wake) => at === 1 && wake());
  // After the second of the three alone: the third is the last one.
  expect(waits).toHaveLength(1);
});

it.each([
  [7, 2],
  [8, 1],
])('commit %i, told of during a round that receives 7', async (commit, sleeps) => {
  const { waits } = await runOver(
    [ROUND, ROUND, ROUND],
    (at, wake) => void (at === 1 && wake(commit)),
  );
  expect(waits).toHaveLength(sleeps);
});

it('never waits longer than five minutes, nor less than half of what is due', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, random) => {
        const delay = retryDelay(failures, random);
        const due = Math.min(300_000, 1_000 * 2 ** (failures - 1));
        expect(delay).toBeGreaterThanOrEqual(due / 2);
        expect(delay).toBeLessThanOrEqual(due);
      },
    ),
  );
});
