import type { ChangeTopic, DeskState } from '#shared/contract/desk.ts';
import { PASSPHRASE_MINIMUM, weaknessOf } from '#shared/domain/people/passphrase.ts';
import type { Id } from '#shared/lib/ids.ts';

import type { OpenFile, UploadedFiles } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { WorkbenchPorts } from '../../ports/ports.ts';
import { unwrapKey, wrapKey } from '../../store/key-file.ts';
import { openStore } from '../../store/open.ts';
import type { DataKey } from '../../store/open-database.ts';
import { countOnlyHere } from '../../store/repositories/outbox-repository.ts';
import { readSetting, writeSetting } from '../../store/repositories/setting-repository.ts';
import { type ChangeHub, countRevisions } from '../changes/index.ts';
import { type CentreLink, openCentreLink } from '../sync/index.ts';
import { ensureOfficer } from './ensure-officer.ts';
import { watchIdle } from './idle-lock.ts';
import { inTurn } from './in-turn.ts';
import { newIdentity } from './new-identity.ts';
import type { ProfileIdentity, Profiles } from './profiles.ts';
import { delaySeconds, NO_FAILURES, secondsToWait } from './unlock-delay.ts';

const DEFAULT_IDLE_MINUTES = 15;
const IDLE_SETTING = 'idle-lock-minutes';

/** Who is at this desk: at most one officer's file is open at a time. */
export interface Session {
  state(): Promise<DeskState>;
  /** The open file. Throws LOCKED. */
  file(): OpenFile;
  /** The identity of the open file. Throws LOCKED. */
  identity(): ProfileIdentity;
  /** The open file's line to its centre. Throws LOCKED. */
  centre(): CentreLink;
  /** Whether the file is open only far enough to sign in at the centre and to hand work over. */
  isLeaseOver(): boolean;
  /** Which opening of a file this is; changes with every unlock and lock. */
  opening(): number;
  /** Makes an officer's file and opens it. Throws WEAK_PASSPHRASE. */
  createProfile(input: NewProfile): Promise<DeskState>;
  /** Throws WRONG_PASSPHRASE, TRY_LATER, NOT_FOUND, KEY_STORE_UNAVAILABLE, FILE_NEWER or FILE_DAMAGED. */
  unlock(input: { readonly profileId: Id; readonly passphrase: string }): Promise<DeskState>;
  /** Closes the open file; nothing of the officer stays in memory that a page could ask for. */
  lock(): Promise<DeskState>;
  changePassphrase(input: { readonly current: string; readonly next: string }): Promise<void>;
  setIdleLock(minutes: number): Promise<DeskState>;
  /** The officer did something. */
  touch(): void;
  /** Locks, then runs `work` while nobody can unlock. */
  whileLocked<Value>(work: () => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

export interface NewProfile {
  readonly displayName: string;
  readonly passphrase: string;
}

export interface SessionOptions {
  readonly ports: WorkbenchPorts;
  readonly profiles: Profiles;
  readonly hub: ChangeHub;
  readonly uploads: UploadedFiles;
  readonly demoPassphrase: string | null;
  /** Called with the file just opened, before anybody uses it: puts the demo town into an empty one. */
  readonly prepare: (file: OpenFile) => Promise<void>;
  /**
   * Called once the file is open and whenever rows have arrived, and not waited for: what follows behind them
   * goes on beside the officer's work.
   */
  readonly catchUp: (file: OpenFile) => void;
  /** Called once the file is open, and not waited for. */
  readonly join: (file: OpenFile, centre: CentreLink) => Promise<void>;
  /** Called after locking: removes what the officer had in transit. */
  readonly onLock: () => Promise<void>;
}

interface Opened {
  readonly identity: ProfileIdentity;
  readonly file: OpenFile;
  readonly centre: CentreLink;
  readonly closing: AbortController;
  readonly uncleanStop: boolean;
  /** Whether the lease was over when the file was opened. One that ends later lets the officer finish. */
  readonly wasLeaseOver: boolean;
  idleMinutes: number;
}

export function createSession(options: SessionOptions): Session {
  const { ports, profiles, hub } = options;
  const exclusively = inTurn();
  const noteInTurn = inTurn();
  let opened: Opened | undefined;
  let openings = 0;
  let isChecking = false;
  const idle = watchIdle(ports.clock, () => void exclusively(closeFile).catch(logLockFailure));

  function logLockFailure(): void {
    ports.log.error('idle-lock-failed');
  }

  function tellChecking(now: boolean): void {
    if (isChecking === now) return;
    isChecking = now;
    hub.announce(['desk']);
  }

  async function openFile(identity: ProfileIdentity, key: DataKey): Promise<void> {
    await closeFile();
    const { store, uncleanStop } = await openStore({
      path: profiles.databasePath(identity.profileId),
      key,
      clock: ports.clock,
      entropy: ports.entropy,
      identity,
      onCheck: () => tellChecking(true),
    }).finally(() => {
      key.fill(0);
      tellChecking(false);
    });
    const closing = new AbortController();
    const revisions = countRevisions();
    let centre: CentreLink | undefined;
    const tell = (topics: readonly ChangeTopic[]): void => {
      revisions.note(topics);
      hub.announce(topics);
      if (topics.includes('outbox')) void noteOnlyHere().catch(logStatusFailure);
      // The centre may have let the officer in again.
      if (topics.includes('sync') && opened?.wasLeaseOver) hub.announce(['desk']);
    };
    const file: OpenFile = {
      store,
      officerName: identity.displayName,
      log: ports.log,
      uploads: options.uploads,
      announce: (topics) => {
        tell(topics);
        if (topics.includes('outbox')) centre?.wake();
      },
      revision: revisions.of,
      closing: closing.signal,
    };
    try {
      await ensureOfficer(file);
      await options.prepare(file);
      const idleMinutes = Number(
        (await readSetting(store.read, IDLE_SETTING)) ?? DEFAULT_IDLE_MINUTES,
      );
      const { clock, log, appVersion } = ports;
      const arrived = (): void => options.catchUp(file);
      centre = await openCentreLink({ store, clock, log, appVersion, arrived, announce: tell });
      const wasLeaseOver = centre.lease()?.state === 'over';
      opened = { identity, file, centre, closing, uncleanStop, wasLeaseOver, idleMinutes };
      openings += 1;
    } catch (cause) {
      await store.close();
      throw cause;
    }
    await noteOnlyHere();
    options.join(file, opened.centre).catch(() => {
      if (!closing.signal.aborted) ports.log.warn('centre-not-joined');
    });
    idle.start(opened.idleMinutes);
    options.catchUp(opened.file);
    ports.log.info('unlocked', { uncleanStop });
    hub.announce(['desk']);
  }

  async function closeFile(): Promise<void> {
    if (!opened) return;
    const { file, centre, closing } = opened;
    await noteOnlyHere();
    opened = undefined;
    openings += 1;
    idle.stop();
    closing.abort();
    await centre.close();
    await file.store.close();
    await options.onLock();
    ports.log.info('locked');
    hub.announce(['desk']);
  }

  function logStatusFailure(): void {
    ports.log.warn('status-not-written');
  }

  /** Keeps the one number that can be read without the key: what would be lost with this file. */
  function noteOnlyHere(): Promise<void> {
    return noteInTurn(async () => {
      if (!opened) return;
      const { identity, file } = opened;
      const { onlyHere } = await countOnlyHere(file.store.read);
      await profiles.writeStatus(identity.profileId, {
        lastOpenedAt: ports.clock.now(),
        onlyHere,
        failures: NO_FAILURES,
      });
    });
  }

  async function keyOf(identity: ProfileIdentity, passphrase: string): Promise<DataKey> {
    const status = await profiles.status(identity.profileId);
    const wait = secondsToWait(status.failures, ports.clock.now());
    if (wait > 0) throw new WorkbenchError('TRY_LATER', { retryAfterSeconds: wait });
    const key = await unwrapKey(identity.key, passphrase, identity.profileId, ports.keyStore);
    if (key) return key;
    const failures = { count: status.failures.count + 1, lastAt: ports.clock.now() };
    await profiles.writeStatus(identity.profileId, { ...status, failures });
    ports.log.warn('wrong-passphrase', { count: failures.count });
    throw new WorkbenchError('WRONG_PASSPHRASE', {
      retryAfterSeconds: delaySeconds(failures.count),
    });
  }

  function current(): Opened {
    if (!opened) throw new WorkbenchError('LOCKED');
    return opened;
  }

  function isLeaseOver(): boolean {
    return opened !== undefined && opened.wasLeaseOver && opened.centre.lease()?.state === 'over';
  }

  const session: Session = {
    async state() {
      return {
        state: opened ? 'unlocked' : 'locked',
        profiles: [...(await profiles.list())],
        officer: opened
          ? {
              id: opened.file.store.identity.officerId,
              profileId: opened.identity.profileId,
              displayName: opened.identity.displayName,
            }
          : null,
        idleLockMinutes: opened?.idleMinutes ?? DEFAULT_IDLE_MINUTES,
        demoPassphrase: options.demoPassphrase,
        checkingFile: isChecking,
        recoveredFromUncleanStop: opened?.uncleanStop ?? false,
        leaseOver: isLeaseOver(),
        host: ports.host,
        appVersion: ports.appVersion,
      };
    },
    isLeaseOver,
    file: () => current().file,
    identity() {
      const { identity, file } = current();
      // What guards the file says whom it was made for; the file itself whose it is now.
      return { ...identity, officerId: file.store.identity.officerId };
    },
    centre: () => current().centre,
    opening: () => openings,
    createProfile: ({ displayName, passphrase }) =>
      exclusively(async () => {
        requireStrength(passphrase);
        const { identity, key } = await newIdentity(ports, { displayName, passphrase });
        await profiles.write(identity);
        try {
          await openFile(identity, key);
        } catch (cause) {
          await profiles.remove(identity.profileId);
          throw cause;
        }
        return session.state();
      }),
    unlock: ({ profileId, passphrase }) =>
      exclusively(async () => {
        const identity = await profiles.read(profileId);
        await openFile(identity, await keyOf(identity, passphrase));
        return session.state();
      }),
    lock: () =>
      exclusively(async () => {
        await closeFile();
        return session.state();
      }),
    changePassphrase: ({ current: typed, next }) =>
      exclusively(async () => {
        requireStrength(next);
        const identity = await profiles.read(current().identity.profileId);
        const key = await keyOf(identity, typed);
        const renewed = {
          ...identity,
          key: await wrapKey(key, next, identity.profileId, ports.entropy, ports.keyStore),
        };
        key.fill(0);
        await profiles.write(renewed);
        if (opened) opened = { ...opened, identity: renewed };
        await noteOnlyHere();
      }),
    async setIdleLock(minutes) {
      const { file } = current();
      await writeSetting(file.store, IDLE_SETTING, String(minutes));
      if (opened) opened.idleMinutes = minutes;
      idle.start(minutes);
      hub.announce(['desk']);
      return session.state();
    },
    touch: () => idle.touch(),
    whileLocked: (work) =>
      exclusively(async () => {
        await closeFile();
        return work();
      }),
    close: () => exclusively(closeFile),
  };
  return session;
}

function requireStrength(passphrase: string): void {
  if (weaknessOf(passphrase) !== undefined) {
    throw new WorkbenchError('WEAK_PASSPHRASE', { minimumLength: PASSPHRASE_MINIMUM });
  }
}
