import { createHash } from 'node:crypto';

import type { Id } from '#shared/lib/ids.ts';
import {
  type EnrolRequest,
  type SessionResponse,
  type SignedPurpose,
  signedText,
} from '#shared/protocol/account.ts';

import { CentralError } from '../errors.ts';
import { currentParcelKey } from '../parcels/parcel-keys.ts';
import type { Centre } from '../ports.ts';
import type { Directory, EnrolmentCode } from '../store/directory.ts';
import type { AccountRecord, DeskRecord } from '../store/records.ts';
import { makeSecret, plainCode, secretHash, signatureMatches, zoneOf } from './secrets.ts';

export interface SessionSettings {
  /** Minutes that a token lasts. */
  readonly tokenMinutes: number;
  /** Days that a desk may work with the centre without its officer proving who it is. */
  readonly leaseDays: number;
}

interface Signed {
  readonly deviceId: Id;
  readonly nonce: string;
  readonly signature: string;
}

/** What all doors have in common: proofs of a desk, and the session that it gets. */
export interface DeskSessions {
  /**
   * Something to sign, good once and for so many seconds. It names the zone of the desk, and is the one step at which the
   * desk is looked for in all of them. Throws WRONG_CREDENTIALS where there is no zone yet.
   */
  challenge(deviceId: Id, seconds: number): Promise<{ nonce: string; expiresAt: string }>;
  /** Throws WRONG_CREDENTIALS. */
  requireChallenge(purpose: SignedPurpose, request: Signed, publicKey: string): Promise<void>;
  /** What a one-time code is for; it is spent by `admit`. Throws WRONG_CREDENTIALS. */
  codeOf(code: string): Promise<EnrolmentCode>;
  /** The desk, looked for in the zone that its challenge names. Throws WRONG_CREDENTIALS, REVOKED. */
  deskOf(
    request: Pick<Signed, 'deviceId' | 'nonce'>,
  ): Promise<{ readonly zoneId: Id; readonly desk: DeskRecord }>;
  /**
   * Makes the desk known as the account's and spends the code, both or neither. Throws WRONG_CREDENTIALS, REVOKED,
   * OFFICER_MISMATCH.
   */
  admit(
    code: EnrolmentCode,
    account: AccountRecord,
    request: Pick<EnrolRequest, 'deviceId' | 'publicKey' | 'officerId' | 'label' | 'appVersion'>,
  ): Promise<SessionResponse>;
  /** A new lease for the desk of this account. Throws WRONG_CREDENTIALS. */
  renew(zoneId: Id, account: AccountRecord, desk: DeskRecord): Promise<SessionResponse>;
  /** A token for the desk as it is. */
  open(zoneId: Id, account: AccountRecord, desk: DeskRecord): Promise<SessionResponse>;
}

export function deskSessions(centre: Centre, settings: SessionSettings): DeskSessions {
  const { store, clock, random, log } = centre;
  const { directory } = store;
  const after = (seconds: number): string =>
    new Date(Date.parse(clock.now()) + seconds * 1_000).toISOString();
  const leaseEnd = (): string => after(settings.leaseDays * 86_400);

  /** Whoever tries codes shows in the log, which says nothing of the code or of who it was for. */
  const codeRefused = (reason: 'unknown' | 'other-account'): CentralError => {
    log.warn('code.refused', { reason });
    return new CentralError('WRONG_CREDENTIALS');
  };
  /**
   * Where the challenge of a desk is kept that no zone knows yet: always the same for one desk. For which zone it will be
   * is known with its code, and does not depend on this.
   */
  const zoneForStranger = async (deviceId: Id): Promise<Id> => {
    const zones = await directory.zones();
    const number = createHash('sha256').update(deviceId).digest().readUInt32BE();
    const zone = zones[number % zones.length];
    if (zone === undefined) throw new CentralError('WRONG_CREDENTIALS');
    return zone.id;
  };
  const sessions: DeskSessions = {
    async challenge(deviceId, seconds) {
      const zoneId = (await directory.zoneOfDesk(deviceId)) ?? (await zoneForStranger(deviceId));
      const nonce = makeSecret(zoneId, random);
      const expiresAt = after(seconds);
      await directory.addChallenge({ nonceHash: secretHash(nonce), zoneId, deviceId, expiresAt });
      return { nonce, expiresAt };
    },
    async requireChallenge(purpose, { deviceId, nonce, signature }, publicKey) {
      const zone = zoneOf(nonce);
      const fresh =
        zone !== undefined &&
        (await directory.useChallenge(zone, deviceId, secretHash(nonce), clock.now()));
      const matches = signatureMatches(publicKey, signedText(purpose, deviceId, nonce), signature);
      if (!fresh || !matches) throw new CentralError('WRONG_CREDENTIALS');
    },
    async codeOf(typed) {
      const code = await directory.code(secretHash(plainCode(typed)), clock.now());
      if (code === undefined) throw codeRefused('unknown');
      return code;
    },
    async deskOf({ deviceId, nonce }) {
      const zoneId = zoneOf(nonce);
      if (zoneId === undefined) throw new CentralError('WRONG_CREDENTIALS');
      const desk = await directory.desk(zoneId, deviceId);
      if (desk === undefined) throw new CentralError('WRONG_CREDENTIALS');
      if (desk.revoked) throw new CentralError('REVOKED');
      return { zoneId, desk };
    },
    async admit(code, { officerId }, request) {
      const { zoneId } = code;
      const parcelKey = await currentParcelKey(centre, zoneId);
      const { value: opened } = await store.write(zoneId, async (transaction) => {
        const locked = await transaction.directory();
        const account = await admitted(locked, code, officerId, request);
        return letIn(locked, zoneId, account, {
          deviceId: request.deviceId,
          officerId: account.officerId,
          publicKey: request.publicKey,
          label: request.label,
          enrolledAt: clock.now(),
          signedInUntil: leaseEnd(),
          revoked: false,
          lastSeenAt: clock.now(),
          appVersion: request.appVersion ?? '',
          waiting: 0,
        });
      });
      log.info('desk.enrolled');
      return { ...opened, parcelKey };
    },
    async renew(zoneId, account, desk) {
      if (account.officerId !== desk.officerId) throw new CentralError('WRONG_CREDENTIALS');
      return sessions.open(zoneId, account, { ...desk, signedInUntil: leaseEnd() });
    },
    async open(zoneId, account, desk) {
      const parcelKey = await currentParcelKey(centre, zoneId);
      return { ...(await letIn(directory, zoneId, account, desk)), parcelKey };
    },
  };

  /** Spends the code. @returns the account, bound to the officer of the desk's file. */
  const admitted = async (
    locked: Directory,
    { codeHash, zoneId, officerId: forOfficer }: EnrolmentCode,
    officerId: Id,
    request: Pick<EnrolRequest, 'deviceId' | 'officerId'>,
  ): Promise<AccountRecord> => {
    const spent = await locked.useCode(zoneId, codeHash, clock.now());
    if (spent === undefined) throw codeRefused('unknown');
    if (officerId !== forOfficer) throw codeRefused('other-account');
    // As it is now: it may have been closed or bound since its password was looked at.
    const account = await locked.accountOf(zoneId, officerId);
    if (account === undefined || account.disabled) throw new CentralError('REVOKED');
    // A device id is given once, in whatever zone: a desk that was revoked does not come back under it.
    const known = await locked.zoneOfDesk(request.deviceId);
    if (known !== undefined) throw new CentralError('REVOKED');
    const ofFile = request.officerId ?? officerId;
    if (ofFile !== officerId) {
      const taken = await locked.accountOf(zoneId, ofFile);
      if (account.bound || taken !== undefined) throw new CentralError('OFFICER_MISMATCH');
      await locked.bindOfficer(zoneId, officerId, ofFile);
    } else if (!account.bound) {
      await locked.putAccount(zoneId, { ...account, bound: true });
    }
    return { ...account, officerId: ofFile, bound: true };
  };

  const letIn = async (
    at: Directory,
    zoneId: Id,
    account: AccountRecord,
    desk: DeskRecord,
  ): Promise<Omit<SessionResponse, 'parcelKey'>> => {
    const zone = (await at.zones()).find(({ id }) => id === zoneId);
    if (zone === undefined) throw new CentralError('REVOKED');
    const token = makeSecret(zoneId, random);
    const tokenExpiresAt = after(settings.tokenMinutes * 60);
    const { deviceId, signedInUntil } = desk;
    const { officerId, displayName, role } = account;
    await at.putDesk(zoneId, { ...desk, lastSeenAt: clock.now() });
    await at.addToken({
      tokenHash: secretHash(token),
      zoneId,
      officerId,
      deviceId,
      expiresAt: tokenExpiresAt,
    });
    const { epoch } = zone;
    const about = { zoneId, epoch, officerId, displayName, role, signedInUntil };
    return { ...about, token, tokenExpiresAt };
  };
  return sessions;
}
