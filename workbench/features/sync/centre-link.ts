import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import type { z } from 'zod';

import type { ChangeTopic } from '#shared/contract/desk.ts';
import type { Connection, EnrolInput, Enrolment, SyncState } from '#shared/contract/sync.ts';
import type { SessionResponse } from '#shared/protocol/account.ts';

import { WorkbenchError } from '../../errors.ts';
import type { Clock, Log } from '../../ports/ports.ts';
import type { Store } from '../../store/store.ts';
import { createBlobSender } from '../../sync/blob-sender.ts';
import { CentreError } from '../../sync/centre.ts';
import { makeDeskKey } from '../../sync/desk-key.ts';
import { type HttpCentre, httpCentre, type JsonEndpoint } from '../../sync/http-transport.ts';
import { createSyncEngine } from '../../sync/sync-engine.ts';
import { createSyncLoop, type SyncOutcome } from '../../sync/sync-loop.ts';
import { centreAddress } from './centre-address.ts';
import { readCounts } from './counts.ts';
import { type Membership, readMembership, writeMembership } from './enrolment.ts';
import { tellRefusal } from './tell-refusal.ts';
import { topicsOf } from './topics.ts';

export interface CentreLinkOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly appVersion: string;
  /** Tells the pages. It must not lead back to `wake`. */
  readonly announce: (topics: readonly ChangeTopic[]) => void;
  /** Told after each round that brought rows. */
  readonly arrived: () => void;
}

/** An open file's line to its zone's centre; without an enrolment it rests. */
export interface CentreLink {
  state(): Promise<SyncState>;
  /** Throws ENROLMENT_STANDS, INVALID_FIELD, CENTRE_REFUSED, CENTRE_UNREACHABLE. */
  enrol(input: EnrolInput): Promise<void>;
  /** Throws NOT_ENROLLED, CENTRE_REFUSED, CENTRE_UNREACHABLE. */
  signIn(password: string): Promise<void>;
  /** Sends and fetches now; the state says how it went. Throws NOT_ENROLLED. */
  now(): Promise<void>;
  /** Something was written here that the centre has not. */
  wake(): void;
  /** Asks the centre in the officer's name. Throws NOT_ENROLLED, CENTRE_REFUSED, CENTRE_UNREACHABLE. */
  ask<Endpoint extends JsonEndpoint>(
    endpoint: Endpoint,
    body: z.input<NonNullable<Endpoint['request']>>,
  ): Promise<z.infer<Endpoint['response']>>;
  /** Ends what is under way, and resolves when nothing uses the file any more. */
  close(): Promise<void>;
}

/** What stands between two looks at the state, and is gone with the open file. */
interface Standing {
  connection: Connection;
  code: string | null;
  isRunning: boolean;
  nextTryAt: string | null;
}

/** Wait before listening again after a line ended, and after one that never came to be; milliseconds. */
const LISTEN_AGAIN_MS = 1_000;
const LISTEN_LATER_MS = 20_000;

/** Starts the line of a file that was just opened. */
export async function openCentreLink(options: CentreLinkOptions): Promise<CentreLink> {
  const { store, clock, log, announce } = options;
  const closing = new AbortController();
  const standing: Standing = { connection: 'none', code: null, isRunning: false, nextTryAt: null };
  let membership = await readMembership(store.read);
  let line: Line | undefined;

  const enrolled = (): Enrolment => {
    if (!membership?.enrolment) throw new WorkbenchError('NOT_ENROLLED');
    return membership.enrolment;
  };
  const adopt = async (next: Membership): Promise<void> => {
    membership = next;
    await writeMembership(store, next);
    announce(['sync']);
  };
  /** What the centre says of the officer may have changed since the desk was enrolled. */
  const heed = (session: SessionResponse): void => {
    const known = membership?.enrolment;
    if (!membership || !known) return;
    const { displayName, role, signedInUntil, zoneId } = session;
    const heard = { ...known, displayName, role, signedInUntil, zoneId };
    if (JSON.stringify(heard) === JSON.stringify(known)) return;
    adopt({ ...membership, enrolment: heard }).catch(() => log.warn('sync.enrolment-not-kept'));
  };
  const connect = (address: string, key: Membership['key']): HttpCentre =>
    httpCentre({
      address,
      key,
      clock,
      deviceId: store.identity.deviceId,
      appVersion: options.appVersion,
      onSession: heed,
    });
  const note = (change: Partial<Standing>, topics: readonly ChangeTopic[] = []): void => {
    Object.assign(standing, change);
    announce(['sync', ...topics]);
  };
  const start = (centre: HttpCentre): void => {
    note({ connection: 'connecting', code: null });
    line = startLine({ ...options, centre, signal: closing.signal, note });
  };
  if (membership?.enrolment) start(connect(membership.enrolment.address, membership.key));

  return {
    async state() {
      const { blocked, ...counts } = await readCounts(store.read);
      const code = standing.code ?? (blocked === '' ? null : blocked);
      const enrolment = membership?.enrolment ?? null;
      const clockAheadSeconds = line?.centre.clockAheadSeconds() ?? null;
      return { enrolment, ...standing, code, ...counts, clockAheadSeconds };
    },
    async enrol(input) {
      if (membership?.enrolment) throw new WorkbenchError('ENROLMENT_STANDS');
      const address = centreAddress(input.address);
      // The key is kept first: an answer that got lost does not make this desk a stranger to the centre.
      const before = membership;
      const key = before?.key ?? makeDeskKey();
      if (!before) await adopt({ key, enrolment: null });
      const centre = connect(address, key);
      const { login, password, code, label } = input;
      const session = await centre
        .enrol({ login, password, code, label, officerId: store.identity.officerId })
        .catch(async (cause: unknown) => {
          const mayBeKnown = before !== null && cause instanceof CentreError;
          if (!mayBeKnown) throw tellRefusal(cause);
          return centre.signIn({ login, password }).catch(() => {
            throw tellRefusal(cause);
          });
        });
      const { displayName, role, zoneId, signedInUntil } = session;
      const enrolledAt = clock.now();
      const facts = { address, label, login, displayName, role, zoneId, enrolledAt, signedInUntil };
      await adopt({ key, enrolment: facts });
      start(centre);
    },
    async signIn(password) {
      const { login } = enrolled();
      try {
        await line?.centre.signIn({ login, password });
      } catch (cause) {
        throw tellRefusal(cause);
      }
      line?.wake();
    },
    async now() {
      enrolled();
      await line?.now();
    },
    wake: () => line?.wake(),
    async ask(endpoint, body) {
      enrolled();
      if (!line) throw new WorkbenchError('NOT_ENROLLED');
      try {
        return await line.centre.ask(endpoint, body);
      } catch (cause) {
        throw tellRefusal(cause);
      }
    },
    async close() {
      closing.abort();
      await line?.ended;
    },
  };
}

interface Line {
  readonly centre: HttpCentre;
  readonly ended: Promise<unknown>;
  wake(): void;
  now(): Promise<void>;
}

interface LineOptions extends CentreLinkOptions {
  readonly centre: HttpCentre;
  readonly signal: AbortSignal;
  readonly note: (change: Partial<Standing>, topics?: readonly ChangeTopic[]) => void;
}

/** Runs the loop, and listens for the centre's pokes, until the signal. */
function startLine(options: LineOptions): Line {
  const { store, centre, clock, log, signal, note } = options;
  const engine = createSyncEngine({ store, centre });
  const loop = createSyncLoop({
    engine: {
      round(until) {
        note({ isRunning: true });
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
    progressed: () => note({}, ['attachments']),
  });
  let waiting: (() => void)[] = [];
  let reached = Promise.withResolvers<undefined>();
  let isReached = false;
  let rest: AbortController | undefined;

  const tell = (outcome: SyncOutcome): void => {
    const rested = { isRunning: false };
    if (outcome.kind === 'done') blobs.wake();
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
      note({ ...rested, connection: 'online', code: null, nextTryAt: null }, [
        ...topicsOf(round.entities),
        ...(changed ? (['outbox'] as const) : []),
      ]);
    } else {
      const nextTryAt = new Date(Date.parse(clock.now()) + outcome.retryAfterMs).toISOString();
      note({ ...rested, ...standingOf(outcome.code), nextTryAt });
    }
    const told = waiting;
    waiting = [];
    for (const done of told) done();
  };
  signal.addEventListener('abort', () => rest?.abort());
  const listen = async (): Promise<void> => {
    while (!signal.aborted) {
      // Only a desk that reaches the centre listens: it must not try more often than the loop does.
      await Promise.race([reached.promise, once(signal, 'abort')]);
      if (signal.aborted) return;
      let heard = false;
      const poked = (): void => {
        heard = true;
        loop.wake();
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
    ended: Promise.allSettled([loop.run(signal), listen()]).then(blobs.idle),
    wake: loop.wake,
    now: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
        loop.wake();
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
  REVOKED: 'revoked',
  PROTOCOL_UNSUPPORTED: 'upgrade',
  SEQUENCE_REUSED: 'blocked',
  OPERATION_ALTERED: 'blocked',
  OFFICER_MISMATCH: 'blocked',
};
