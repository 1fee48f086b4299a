import type { Id } from '#shared/lib/ids.ts';
import type {
  EnrolRequest,
  SessionResponse,
  SignInRequest,
  TokenRequest,
} from '#shared/protocol/account.ts';
import {
  type OidcEnrolRequest,
  oidcNonce,
  type OidcOffer,
  type OidcSignInRequest,
} from '#shared/protocol/oidc.ts';

import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import type { AccountRecord } from '../store/records.ts';
import { deskSessions, type SessionSettings } from './desk-sessions.ts';
import type { IdentityVerifier } from './oidc-verifier.ts';
import { passwordMatches } from './passwords.ts';

const CHALLENGE_SECONDS = 60;
/** An officer may look for a key or a telephone while the provider waits. */
const PROVIDER_SECONDS = 600;
/** Wrong passwords that cost nothing; each one more doubles the wait, up to an hour. */
const FREE_FAILURES = 5;
const LONGEST_WAIT_SECONDS = 3_600;

/** The doors of the centre: a desk is made known, an officer signs in, a desk gets a token. */
export interface SignIn {
  /** Throws WRONG_CREDENTIALS. */
  challenge(deviceId: Id): Promise<{ nonce: string; expiresAt: string }>;
  /** Throws WRONG_CREDENTIALS, TRY_LATER, OFFICER_MISMATCH, REVOKED. */
  enrol(request: EnrolRequest): Promise<SessionResponse>;
  /** Throws WRONG_CREDENTIALS, TRY_LATER, REVOKED. */
  signIn(request: SignInRequest): Promise<SessionResponse>;
  /** Throws WRONG_CREDENTIALS, SIGN_IN_AGAIN, REVOKED. */
  token(request: TokenRequest): Promise<SessionResponse>;
  /** Throws NOT_OFFERED, WRONG_CREDENTIALS. */
  oidcStart(deviceId: Id): Promise<OidcOffer>;
  /** Throws NOT_OFFERED, WRONG_CREDENTIALS, ACCOUNT_UNKNOWN, PROVIDER_AWAY, OFFICER_MISMATCH, REVOKED. */
  oidcEnrol(request: OidcEnrolRequest): Promise<SessionResponse>;
  /** Throws NOT_OFFERED, WRONG_CREDENTIALS, ACCOUNT_UNKNOWN, PROVIDER_AWAY, REVOKED. */
  oidcSignIn(request: OidcSignInRequest): Promise<SessionResponse>;
}

/** @param identities the zone's provider of identities; without, passwords are the only way in. */
export function signInAt(
  centre: Centre,
  settings: SessionSettings,
  identities?: IdentityVerifier,
): SignIn {
  const { store, clock } = centre;
  const { directory } = store;
  const sessions = deskSessions(centre, settings);
  const requirePassword = passwordCheck(centre);

  const provider = (): IdentityVerifier => {
    if (identities === undefined) throw new CentralError('NOT_OFFERED');
    return identities;
  };
  /** The account that a login of the provider stands for, linked by being the same. */
  const accountOf = async (zoneId: Id, login: string): Promise<AccountRecord> => {
    const account = await directory.accountByLogin(zoneId, login);
    if (account === undefined) throw new CentralError('ACCOUNT_UNKNOWN');
    if (account.disabled) throw new CentralError('REVOKED');
    return account;
  };

  return {
    challenge: (deviceId) => sessions.challenge(deviceId, CHALLENGE_SECONDS),
    async enrol(request) {
      await sessions.requireChallenge('enrol', request, request.publicKey);
      const code = await sessions.codeOf(request.code);
      const account = await requirePassword(code.zoneId, request.login, request.password);
      return sessions.admit(code, account, request);
    },
    async signIn(request) {
      const { zoneId, desk } = await sessions.deskOf(request);
      await sessions.requireChallenge('sign-in', request, desk.publicKey);
      const account = await requirePassword(zoneId, request.login, request.password);
      return sessions.renew(zoneId, account, desk);
    },
    async token(request) {
      const { zoneId, desk } = await sessions.deskOf(request);
      await sessions.requireChallenge('token', request, desk.publicKey);
      if (desk.signedInUntil <= clock.now()) throw new CentralError('SIGN_IN_AGAIN');
      // Of a closed account as well: its desk hands over what it holds, and is told to forget the rest.
      const account = await directory.accountOf(zoneId, desk.officerId);
      if (account === undefined) throw new CentralError('REVOKED');
      return sessions.open(zoneId, account, { ...desk, appVersion: request.appVersion });
    },
    async oidcStart(deviceId) {
      const { offer } = provider();
      return { ...offer, ...(await sessions.challenge(deviceId, PROVIDER_SECONDS)) };
    },
    async oidcEnrol(request) {
      const { publicKey, nonce, idToken } = request;
      const verifier = provider();
      await sessions.requireChallenge('oidc-enrol', request, publicKey);
      const login = await verifier.loginOf(idToken, oidcNonce(nonce, publicKey));
      const code = await sessions.codeOf(request.code);
      return sessions.admit(code, await accountOf(code.zoneId, login), request);
    },
    async oidcSignIn(request) {
      const verifier = provider();
      const { zoneId, desk } = await sessions.deskOf(request);
      await sessions.requireChallenge('oidc-sign-in', request, desk.publicKey);
      const login = await verifier.loginOf(
        request.idToken,
        oidcNonce(request.nonce, desk.publicKey),
      );
      return sessions.renew(zoneId, await accountOf(zoneId, login), desk);
    },
  };
}

/** One answer for an unknown login and for a wrong password, after the same time. */
function passwordCheck({ store, clock, log }: Centre) {
  const { directory } = store;
  return async (zoneId: Id, login: string, password: string): Promise<AccountRecord> => {
    const { lockedUntil } = await directory.attempts(zoneId, login);
    const now = Date.parse(clock.now());
    if (lockedUntil !== null && Date.parse(lockedUntil) > now) {
      const wait = Math.ceil((Date.parse(lockedUntil) - now) / 1_000);
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
      const until = new Date(Date.parse(clock.now()) + wait * 1_000).toISOString();
      await directory.lockUntil(zoneId, login, until);
    }
    log.warn('sign-in.refused', { failures });
    throw new CentralError('WRONG_CREDENTIALS');
  };
}
