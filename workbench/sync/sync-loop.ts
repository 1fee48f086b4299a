import type { Seq } from '#shared/protocol/basics.ts';

import type { Log } from '../ports/ports.ts';
import { CentreError } from './centre.ts';
import type { SyncEngine, SyncRound } from './sync-engine.ts';

/** How the loop waits: for a time, or until it is woken. */
export interface Scheduler {
  /** Resolves after so many milliseconds, at once when `signal` is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface SyncLoopOptions {
  readonly engine: Pick<SyncEngine, 'round'>;
  readonly scheduler: Scheduler;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
  /** Told after every round, for the screens. */
  readonly onRound: (outcome: SyncOutcome) => void;
}

export type SyncOutcome =
  | { readonly kind: 'done'; readonly round: SyncRound }
  /** `code` of the centre, or UNREACHABLE. */
  | { readonly kind: 'failed'; readonly code: string; readonly retryAfterMs: number };

export interface SyncLoop {
  /** Runs until `signal` is aborted. */
  run(signal: AbortSignal): Promise<void>;
  /**
   * Something changed here or there: the next round begins now, and one more if one is under way. Where the centre has
   * said when to come back, it begins then.
   *
   * @param commit of the centre, when that is all that changed: a round that receives it is enough.
   */
  wake(commit?: Seq): void;
  /** Somebody asks for it: the next round begins now, whatever the centre said. One person is no crowd. */
  rouse(): void;
}

/** A pull now and then, also when no poke came: pokes may get lost. */
const IDLE_MS = 60_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 5 * 60_000;
/** However long the centre says that it should be. */
const LONGEST_TOLD_MS = 60 * 60_000;

/**
 * How long to wait after so many failures in a row: twice as long each time up to five minutes, and
 * somewhere in the upper half of it, so that a hundred desks do not come back in the same second
 * (M. Brooker, "Exponential backoff and jitter", 2015: equal jitter).
 */
export function retryDelay(failures: number, random: number): number {
  const whole = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
  return Math.round(whole / 2 + (whole / 2) * random);
}

export function createSyncLoop(options: SyncLoopOptions): SyncLoop {
  const { engine, scheduler, random, log, onRound } = options;
  let sleeping: AbortController | undefined;
  /** Whether waking does not end that sleep. */
  let isDeaf = false;
  /** Somebody asked for a round since the last one began. */
  let isRoused = false;
  /** What the next round is for: this commit of the centre, or more than a number tells. */
  let wanted = 0;

  /** @param deaf whether waking does not end it: the centre itself asked for the time. */
  const sleep = async (milliseconds: number, signal: AbortSignal, deaf = false): Promise<void> => {
    if ((wanted > 0 && !deaf) || isRoused || signal.aborted) return;
    // One controller with a plain listener: a signal made of others may be collected while it is needed.
    const nap = new AbortController();
    const end = (): void => nap.abort();
    signal.addEventListener('abort', end);
    [sleeping, isDeaf] = [nap, deaf];
    await scheduler.wait(milliseconds, nap.signal);
    sleeping = undefined;
    signal.removeEventListener('abort', end);
  };

  return {
    async run(signal) {
      let failures = 0;
      while (!signal.aborted) {
        wanted = 0;
        isRoused = false;
        try {
          const round = await engine.round(signal);
          failures = 0;
          if (wanted <= round.reached) wanted = 0;
          if (round.differing > 0) log.error('sync.scope-differs', { scopes: round.differing });
          onRound({ kind: 'done', round });
          await sleep(IDLE_MS, signal);
        } catch (cause) {
          if (signal.aborted) return;
          failures += 1;
          const code = codeOf(cause);
          const told = cause instanceof CentreError ? cause.data.retryAfterSeconds : undefined;
          const retryAfterMs = nextTry(failures, told, random());
          log.warn('sync.failed', { code, failures });
          onRound({ kind: 'failed', code, retryAfterMs });
          await sleep(retryAfterMs, signal, told !== undefined);
        }
      }
    },
    wake(commit = Infinity) {
      wanted = Math.max(wanted, commit);
      if (!isDeaf) sleeping?.abort();
    },
    rouse() {
      isRoused = true;
      sleeping?.abort();
    },
  };
}

/**
 * Milliseconds until the next try. What the centre said itself is waited out, and up to half as long again, so that
 * those it said it to do not all come back at once.
 *
 * @param told seconds, where the centre said how many.
 */
function nextTry(failures: number, told: number | undefined, random: number): number {
  const own = retryDelay(failures, random);
  if (told === undefined) return own;
  const bidden = Math.min(told * 1_000, LONGEST_TOLD_MS);
  return Math.max(own, Math.round(bidden + (bidden / 2) * random));
}

/** Only codes of the centre; of anything else its kind, which says nothing of what somebody typed. */
function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'UNKNOWN';
  if (cause.name === 'CentreUnreachable') return 'UNREACHABLE';
  return cause.name === 'CentreError' ? cause.message : cause.name;
}
