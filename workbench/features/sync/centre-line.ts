import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import type { ChangeTopic } from '#shared/contract/desk.ts';
import type { Connection } from '#shared/contract/sync.ts';
import type { Seq } from '#shared/protocol/basics.ts';

import type { Clock, Log } from '../../ports/ports.ts';
import type { Store } from '../../store/store.ts';
import { createBlobSender } from '../../sync/blob-sender.ts';
import type { HttpCentre } from '../../sync/http-transport.ts';
import { createParcelSender } from '../../sync/parcel-sender.ts';
import { createSyncEngine } from '../../sync/sync-engine.ts';
import { createSyncLoop, type SyncOutcome } from '../../sync/sync-loop.ts';
import { createTerritoryFetcher } from '../../sync/territory/territory-fetcher.ts';
import { TERRITORY_TOPICS, topicsOf } from './topics.ts';

/** What stands between two looks at the state, and is gone with the open file. */
export interface Standing {
  connection: Connection;
  code: string | null;
  isRunning: boolean;
  nextTryAt: string | null;
}

/** Wait before listening again after a line ended, and after one that never came to be; milliseconds. */
const LISTEN_AGAIN_MS = 1_000;
const LISTEN_LATER_MS = 20_000;

/** The line of a desk that belongs to a centre. */
export interface Line {
  readonly centre: HttpCentre;
  readonly ended: Promise<unknown>;
  wake(): void;
  now(): Promise<void>;
}

export interface LineOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly centre: HttpCentre;
  readonly signal: AbortSignal;
  /** Told after each round that brought rows. */
  readonly arrived: () => void;
  readonly note: (change: Partial<Standing>, topics?: readonly ChangeTopic[]) => void;
}

/** Runs the loop, and listens for the centre's pokes, until the signal. */
export function startLine(options: LineOptions): Line {
  const { store, centre, clock, log, signal, note } = options;
  const engine = createSyncEngine({ store, centre });
  const loop = createSyncLoop({
    engine: {
      round(until) {
        note({ isRunning: true });
        served.push(...waiting.splice(0));
        return engine.round(until);
      },
    },
    scheduler: {
      wait: (milliseconds, until) =>
        pause(milliseconds, undefined, { signal: until }).catch(() => undefined),
    },
    random: () => (store.entropy.bytes(1)[0] ?? 0) / 256,
    log,
    onRound: (outcome) => tell(outcome),
  });
  const blobs = createBlobSender({
    ...{ store, centre, signal, log },
    progressed: () => note({}, ['attachments', 'outbox']),
  });
  const parcels = createParcelSender({
    ...{ store, centre, signal, log },
    progressed: () => note({}),
  });
  const territory = createTerritoryFetcher({
    ...{ store, centre, signal, log },
    progressed: () => note({}, ['zone-territory']),
    putIn: () => {
      note({}, TERRITORY_TOPICS);
      // The centre is told which one this desk works with.
      loop.wake();
    },
  });
  /** Who asked for a round that has not begun, and for the one under way. */
  const waiting: (() => void)[] = [];
  const served: (() => void)[] = [];
  let reached = Promise.withResolvers<undefined>();
  let isReached = false;
  let rest: AbortController | undefined;

  const tell = (outcome: SyncOutcome): void => {
    const rested = { isRunning: false };
    if (outcome.kind === 'done') {
      blobs.wake();
      parcels.wake();
      territory.wake();
    }
    if (outcome.kind === 'done') reached.resolve(undefined);
    // The same promise for as long as nobody answers: somebody may be waiting for it already.
    else if (isReached) reached = Promise.withResolvers();
    // A centre that is back is listened to at once, however long the rest was to be.
    if (outcome.kind === 'done' && !isReached) rest?.abort();
    isReached = outcome.kind === 'done';
    if (outcome.kind === 'done') {
      const { round } = outcome;
      if (round.rows > 0) options.arrived();
      const changed = round.pushed + round.results + round.removed + round.rows > 0;
      const connection = round.isClosed ? 'revoked' : 'online';
      note({ ...rested, connection, code: null, nextTryAt: null }, [
        ...topicsOf(round.entities),
        ...(changed ? (['outbox'] as const) : []),
      ]);
    } else {
      const nextTryAt = new Date(Date.parse(clock.now()) + outcome.retryAfterMs).toISOString();
      note({ ...rested, ...standingOf(outcome.code), nextTryAt });
    }
    for (const done of served.splice(0)) done();
  };
  signal.addEventListener('abort', () => rest?.abort());
  const listen = async (): Promise<void> => {
    while (!signal.aborted) {
      // Only a desk that reaches the centre listens: it must not try more often than the loop does.
      await Promise.race([reached.promise, once(signal, 'abort')]);
      if (signal.aborted) return;
      let heard = false;
      const poked = (commit?: Seq): void => {
        heard = true;
        loop.wake(commit);
      };
      await centre.listen(poked, signal).catch(() => undefined);
      // A line that ended may mean that the centre is gone: the next round finds out.
      loop.wake();
      const wait = heard ? LISTEN_AGAIN_MS : LISTEN_LATER_MS;
      rest = new AbortController();
      if (!signal.aborted) {
        await pause(wait, undefined, { signal: rest.signal }).catch(() => undefined);
      }
    }
  };
  return {
    centre,
    ended: Promise.allSettled([loop.run(signal), listen()])
      .then(blobs.idle)
      .then(parcels.idle)
      .then(territory.idle),
    wake: () => loop.wake(),
    now: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
        loop.rouse();
      }),
  };
}

/** Codes of the centre that ask for somebody, each with how the desk then stands. */
function standingOf(code: string): Pick<Standing, 'connection' | 'code'> {
  const connection = STANDINGS[code] ?? 'failing';
  return { connection, code: connection === 'failing' || connection === 'blocked' ? code : null };
}

const STANDINGS: Readonly<Partial<Record<string, Connection>>> = {
  UNREACHABLE: 'unreachable',
  UNAVAILABLE: 'unreachable',
  SIGN_IN_AGAIN: 'sign-in',
  // Only the desk itself proves something here, by its key: it is not known, or under another key.
  WRONG_CREDENTIALS: 'unknown',
  REVOKED: 'revoked',
  PROTOCOL_UNSUPPORTED: 'upgrade',
  SEQUENCE_REUSED: 'blocked',
  OPERATION_ALTERED: 'blocked',
  OFFICER_MISMATCH: 'blocked',
};
