import type { Id } from '#shared/lib/ids.ts';
import {
  type EnrolRequest,
  type SessionResponse,
  signedText,
  type SignInRequest,
  type TokenRequest,
} from '#shared/protocol/account.ts';

import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import type { AccountRecord, DeskRecord } from '../store/records.ts';
import { passwordMatches } from './passwords.ts';
import { makeSecret, plainCode, secretHash, signatureMatches } from './secrets.ts';

export interface SignInSettings {
  /** Minutes that a token lasts. */
  readonly tokenMinutes: number;
  /** Days that a desk may work with the centre without its officer typing the password. */
  readonly leaseDays: number;
}

const CHALLENGE_SECONDS = 60;
/** Wrong passwords that cost nothing; each one more doubles the wait, up to an hour. */
const FREE_FAILURES = 5;
const LONGEST_WAIT_SECONDS = 3_600;

/** The doors of the centre: a desk is made known, an officer signs in, a desk gets a token. */
export interface SignIn {
  challenge(deviceId: Id): Promise<{ nonce: string; expiresAt: string }>;
  /** Throws WRONG_CREDENTIALS, TRY_LATER, OFFICER_MISMATCH, REVOKED. */
  enrol(request: EnrolRequest): Promise<SessionResponse>;
  /** Throws WRONG_CREDENTIALS, TRY_LATER, REVOKED. */
  signIn(request: SignInRequest): Promise<SessionResponse>;
  /** Throws WRONG_CREDENTIALS, SIGN_IN_AGAIN, REVOKED. */
  token(request: TokenRequest): Promise<SessionResponse>;
}

export function signInAt(centre: Centre, settings: SignInSettings): SignIn {
  const { store, clock, random, log } = centre;
  const { directory } = store;
  const after = (seconds: number): string =>
    new Date(Date.parse(clock.now()) + seconds * 1_000).toISOString();

  const requireChallenge = async (
    purpose: 'enrol' | 'sign-in' | 'token',
    request: { deviceId: Id; nonce: string; signature: string },
    publicKey: string,
  ): Promise<void> => {
    const { deviceId, nonce, signature } = request;
    const fresh = await directory.useChallenge(deviceId, secretHash(nonce), clock.now());
    const matches = signatureMatches(publicKey, signedText(purpose, deviceId, nonce), signature);
    if (!fresh || !matches) throw new CentralError('WRONG_CREDENTIALS');
  };

  /** One answer for an unknown login and for a wrong password, after the same time. */
  const requirePassword = async (
    zoneId: Id,
    login: string,
    password: string,
  ): Promise<AccountRecord> => {
    const { lockedUntil } = await directory.attempts(zoneId, login);
    if (lockedUntil !== null && lockedUntil > clock.now()) {
      const wait = Math.ceil((Date.parse(lockedUntil) - Date.parse(clock.now())) / 1_000);
      throw new CentralError('TRY_LATER', { retryAfterSeconds: wait });
    }
    const account = await directory.accountByLogin(zoneId, login);
    const right = await passwordMatches(password, account?.passwordHash ?? '');
    if (account !== undefined && right) {
      await directory.clearFailures(zoneId, login);
      if (account.disabled) throw new CentralError('REVOKED');
      return account;
    }
    const failures = await directory.addFailure(zoneId, login);
    if (failures >= FREE_FAILURES) {
      const wait = Math.min(LONGEST_WAIT_SECONDS, 2 ** (failures - FREE_FAILURES) * 10);
      await directory.lockUntil(zoneId, login, after(wait));
    }
    log.warn('sign-in.refused', { failures });
    throw new CentralError('WRONG_CREDENTIALS');
  };

  const deskOf = async (deviceId: Id): Promise<{ zoneId: Id; desk: DeskRecord }> => {
    for (const { id } of await directory.zones()) {
      const desk = await directory.desk(id, deviceId);
      if (desk?.revoked) throw new CentralError('REVOKED');
      if (desk !== undefined) return { zoneId: id, desk };
    }
    throw new CentralError('WRONG_CREDENTIALS');
  };

  const session = async (
    zoneId: Id,
    account: AccountRecord,
    desk: DeskRecord,
  ): Promise<SessionResponse> => {
    const zone = (await directory.zones()).find(({ id }) => id === zoneId);
    if (zone === undefined) throw new CentralError('REVOKED');
    const token = makeSecret(random);
    const tokenExpiresAt = after(settings.tokenMinutes * 60);
    const { deviceId, signedInUntil } = desk;
    const { officerId, displayName, role } = account;
    await directory.putDesk(zoneId, { ...desk, lastSeenAt: clock.now() });
    await directory.addToken({
      tokenHash: secretHash(token),
      zoneId,
      officerId,
      deviceId,
      expiresAt: tokenExpiresAt,
    });
    const { epoch } = zone;
    return { zoneId, epoch, officerId, displayName, role, signedInUntil, token, tokenExpiresAt };
  };
  const leaseEnd = (): string => after(settings.leaseDays * 86_400);

  return {
    async challenge(deviceId) {
      const nonce = makeSecret(random);
      const expiresAt = after(CHALLENGE_SECONDS);
      await directory.addChallenge(deviceId, secretHash(nonce), expiresAt);
      return { nonce, expiresAt };
    },

    async enrol(request) {
      await requireChallenge('enrol', request, request.publicKey);
      const code = await directory.useCode(secretHash(plainCode(request.code)), clock.now());
      if (code === undefined) throw new CentralError('WRONG_CREDENTIALS');
      const { zoneId } = code;
      let account = await requirePassword(zoneId, request.login, request.password);
      if (account.officerId !== code.officerId) throw new CentralError('WRONG_CREDENTIALS');
      if (await knownElsewhere(centre, request.deviceId)) throw new CentralError('REVOKED');
      if (request.officerId !== null && request.officerId !== account.officerId) {
        if (account.bound) throw new CentralError('OFFICER_MISMATCH');
        await directory.bindOfficer(zoneId, account.officerId, request.officerId);
        account = { ...account, officerId: request.officerId, bound: true };
      } else if (!account.bound) {
        account = { ...account, bound: true };
        await directory.putAccount(zoneId, account);
      }
      log.info('desk.enrolled');
      return session(zoneId, account, {
        deviceId: request.deviceId,
        officerId: account.officerId,
        publicKey: request.publicKey,
        label: request.label,
        enrolledAt: clock.now(),
        signedInUntil: leaseEnd(),
        revoked: false,
        lastSeenAt: clock.now(),
        appVersion: '',
        waiting: 0,
      });
    },

    async signIn(request) {
      const { zoneId, desk } = await deskOf(request.deviceId);
      await requireChallenge('sign-in', request, desk.publicKey);
      const account = await requirePassword(zoneId, request.login, request.password);
      if (account.officerId !== desk.officerId) throw new CentralError('WRONG_CREDENTIALS');
      return session(zoneId, account, { ...desk, signedInUntil: leaseEnd() });
    },

    async token(request) {
      const { zoneId, desk } = await deskOf(request.deviceId);
      await requireChallenge('token', request, desk.publicKey);
      if (desk.signedInUntil <= clock.now()) throw new CentralError('SIGN_IN_AGAIN');
      // Of a closed account as well: its desk hands over what it holds, and is told to forget the rest.
      const account = await directory.accountOf(zoneId, desk.officerId);
      if (account === undefined) throw new CentralError('REVOKED');
      return session(zoneId, account, { ...desk, appVersion: request.appVersion });
    },
  };
}

/** A device id is given once: a desk that was revoked does not come back under it. */
async function knownElsewhere({ store }: Centre, deviceId: Id): Promise<boolean> {
  for (const { id } of await store.directory.zones()) {
    if ((await store.directory.desk(id, deviceId)) !== undefined) return true;
  }
  return false;
}
