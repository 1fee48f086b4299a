import type { z } from 'zod';

import type { ChangeTopic } from '#shared/contract/desk.ts';
import type {
  EnrolInput,
  Enrolment,
  ProviderEnrolInput,
  SyncState,
} from '#shared/contract/sync.ts';
import { type Lease, leaseAt } from '#shared/domain/session/lease.ts';
import type { Instant } from '#shared/lib/dates.ts';
import type { SessionResponse } from '#shared/protocol/account.ts';
import type { ParcelKey } from '#shared/protocol/parcel.ts';

import { WorkbenchError } from '../../errors.ts';
import type { Clock, Log } from '../../ports/ports.ts';
import type { Store } from '../../store/store.ts';
import { CentreError } from '../../sync/centre.ts';
import { makeDeskKey } from '../../sync/desk-key.ts';
import { type HttpCentre, httpCentre, type JsonEndpoint } from '../../sync/http-transport.ts';
import type { Identify } from '../../sync/provider-sign-in.ts';
import { centreAddress } from './centre-address.ts';
import { type Line, type Standing, startLine } from './centre-line.ts';
import { readCounts } from './counts.ts';
import { type Membership, readMembership, writeMembership } from './enrolment.ts';
import { isUnwritten, takeOverAccount } from './take-over-account.ts';
import { tellRefusal } from './tell-refusal.ts';

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
  /** Also anew, where the centre no longer knows the desk. Throws ENROLMENT_STANDS, INVALID_FIELD, CENTRE_REFUSED, CENTRE_UNREACHABLE. */
  enrol(input: EnrolInput): Promise<void>;
  /** Throws NOT_ENROLLED, CENTRE_REFUSED, CENTRE_UNREACHABLE. */
  signIn(password: string): Promise<void>;
  /** The host of the zone's provider of identities; null without one. Throws as `enrol` and `signIn`. */
  provider(address: string | null): Promise<string | null>;
  /** As `enrol`, and ProviderSignInFailed. */
  enrolByProvider(input: ProviderEnrolInput, identify: Identify): Promise<void>;
  /** As `signIn`, and ProviderSignInFailed. */
  signInByProvider(identify: Identify): Promise<void>;
  /** How long the officer may go on without the centre asking who it is; null without a centre. */
  lease(): Lease | null;
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

/** Starts the line of a file that was just opened. */
export async function openCentreLink(options: CentreLinkOptions): Promise<CentreLink> {
  const { store, clock, log, announce } = options;
  let closing = new AbortController();
  let isClosed = false;
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
    const enrolment = { ...known, displayName, role, signedInUntil, zoneId };
    const parcelKey = parcelKeyOf(session, membership);
    const heard = { ...membership, enrolment, parcelKey, latestKnown: centreNow() ?? clock.now() };
    if (JSON.stringify(heard) === JSON.stringify(membership)) return;
    adopt(heard).catch(() => log.warn('sync.enrolment-not-kept'));
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
  /** Ends the line there is, and resolves when it uses the file no longer. */
  const rest = async (): Promise<void> => {
    if (!line) return;
    closing.abort();
    await line.ended;
    if (!isClosed) closing = new AbortController();
  };
  const lineOf = (): Line => {
    if (!line) throw new WorkbenchError('NOT_ENROLLED');
    return line;
  };
  /** Null when the account may say whose this file is. */
  const officerOf = async (): Promise<string | null> => {
    const { officerId } = store.identity;
    return (await isUnwritten(store.read, officerId)) ? null : officerId;
  };
  const become = async (officerId: string): Promise<void> => {
    const former = store.identity.officerId;
    if (!(await takeOverAccount(store, officerId))) {
      throw tellRefusal(new CentreError('OFFICER_MISMATCH'));
    }
    if (former !== officerId) announce(['desk', 'people', 'outbox']);
  };
  const someKey = (): Membership['key'] => membership?.key ?? makeDeskKey();
  /** Makes this desk a member by whatever way in; `login` is empty where none was typed. */
  const join = async (
    place: Pick<EnrolInput, 'address' | 'code' | 'label'>,
    login: string,
    enter: (centre: HttpCentre, isKnown: (cause: unknown) => boolean) => Promise<SessionResponse>,
  ): Promise<void> => {
    if (membership?.enrolment && standing.connection !== 'unknown') {
      throw new WorkbenchError('ENROLMENT_STANDS');
    }
    const address = centreAddress(place.address);
    // The key is kept first: an answer that got lost does not make this desk a stranger to the centre.
    const before = membership;
    const key = someKey();
    if (!before) await adopt({ key, enrolment: null, parcelKey: null, latestKnown: null });
    const centre = connect(address, key);
    const session = await enter(
      centre,
      (cause) => before !== null && cause instanceof CentreError,
    ).catch((cause: unknown) => {
      throw tellRefusal(cause);
    });
    await become(session.officerId);
    const { displayName, role, zoneId, signedInUntil } = session;
    const { label } = place;
    const enrolledAt = clock.now();
    const facts = { address, label, login, displayName, role, zoneId, enrolledAt, signedInUntil };
    const parcelKey = parcelKeyOf(session, before);
    await rest();
    await adopt({ key, enrolment: facts, parcelKey, latestKnown: enrolledAt });
    start(centre);
  };
  const renew = async (enter: (centre: HttpCentre) => Promise<unknown>): Promise<void> => {
    const current = lineOf();
    try {
      await enter(current.centre);
    } catch (cause) {
      throw tellRefusal(cause);
    }
    // What the centre told to wait out was told to who had not signed in.
    void current.now();
  };
  /** Its clock, as far as it has answered since the file was opened. */
  const centreNow = (): Instant | null => {
    const ahead = line?.centre.clockAheadSeconds() ?? null;
    if (ahead === null) return null;
    return new Date(Date.parse(clock.now()) - ahead * 1_000).toISOString();
  };
  const lease = (): Lease | null => {
    if (!membership?.enrolment) return null;
    const { signedInUntil, enrolledAt } = membership.enrolment;
    // What the centre's clock says counts more than what this desk has seen by its own.
    const told = centreNow();
    const latestKnown = told ?? membership.latestKnown ?? enrolledAt;
    return leaseAt({ signedInUntil, latestKnown }, told ?? clock.now());
  };
  /** A clock that is set back later does not make the lease longer. */
  const noteTime = async (): Promise<void> => {
    if (!membership?.enrolment) return;
    const now = centreNow() ?? clock.now();
    const { latestKnown } = membership;
    if (latestKnown !== null && latestKnown >= now) return;
    membership = { ...membership, latestKnown: now };
    await writeMembership(store, membership);
  };
  await noteTime();
  if (membership?.enrolment) start(connect(membership.enrolment.address, membership.key));

  return {
    async state() {
      const { blocked, ...counts } = await readCounts(store.read);
      const code = standing.code ?? (blocked === '' ? null : blocked);
      const enrolment = membership?.enrolment ?? null;
      const clockAheadSeconds = line?.centre.clockAheadSeconds() ?? null;
      return { enrolment, ...standing, code, ...counts, clockAheadSeconds, lease: lease() };
    },
    enrol({ login, password, ...place }) {
      return join(place, login, async (centre, isKnown) =>
        centre
          .enrol({ login, password, ...place, officerId: await officerOf() })
          .catch((cause: unknown) =>
            isKnown(cause)
              ? centre.signIn({ login, password }).catch(() => Promise.reject(cause))
              : Promise.reject(cause),
          ),
      );
    },
    enrolByProvider(place, identify) {
      // Who it is, only the centre knows: there is no login to be typed here again.
      return join(place, '', (centre) => centre.enrolByProvider(place, identify, officerOf));
    },
    async provider(address) {
      const centre =
        address === null ? lineOf().centre : connect(centreAddress(address), someKey());
      try {
        return new URL((await centre.provider()).issuer).host;
      } catch (cause) {
        if (cause instanceof CentreError && cause.code === 'NOT_OFFERED') return null;
        throw tellRefusal(cause);
      }
    },
    signIn(password) {
      const { login } = enrolled();
      return renew((centre) => centre.signIn({ login, password }));
    },
    signInByProvider: (identify) => renew((centre) => centre.signInByProvider(identify)),
    async now() {
      enrolled();
      await line?.now();
    },
    lease,
    wake: () => line?.wake(),
    async ask(endpoint, body) {
      try {
        return await lineOf().centre.ask(endpoint, body);
      } catch (cause) {
        throw tellRefusal(cause);
      }
    },
    async close() {
      isClosed = true;
      closing.abort();
      await line?.ended;
      await noteTime();
    },
  };
}

/** A centre that is older than parcels says nothing of it. */
function parcelKeyOf({ parcelKey }: SessionResponse, known: Membership | null): ParcelKey | null {
  return parcelKey ?? known?.parcelKey ?? null;
}
