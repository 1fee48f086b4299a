import * as oidc from 'openid-client';

import { oidcNonce, type OidcOffer } from '#shared/protocol/oidc.ts';

import { CentreError } from './centre.ts';
import { type AnswerPages, loopbackAnswer } from './loopback-answer.ts';

/** Proves to the provider who the officer is. @returns the ID token, for the centre and this desk only. */
export type Identify = (offer: OidcOffer, publicKey: string) => Promise<string>;

/** The officer could not be signed in with the provider; nothing changed anywhere. */
export class ProviderSignInFailed extends Error {
  override readonly name = 'ProviderSignInFailed';
  readonly code: ProviderSignInCode;

  constructor(code: ProviderSignInCode) {
    super(code);
    this.code = code;
  }
}
export type ProviderSignInCode =
  /** The desk cannot reach the provider, or it is none. */
  | 'PROVIDER_AWAY'
  /** The officer said no at the provider, or has no access there. */
  | 'DENIED'
  /** It was called off, or took longer than the centre waits. */
  | 'CANCELLED'
  /** What came back was not an answer to what was asked. */
  | 'ANSWER_REFUSED';

export interface SystemBrowserOptions {
  /** Opens the address in the system's browser: never inside the application. */
  readonly openAddress: (address: string) => Promise<void>;
  /** Shown in the browser afterwards, in the officer's language. */
  readonly pages: AnswerPages;
  /** Calls it off. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970 on the desk's clock. */
  readonly now: () => number;
}

const TIMEOUT_SECONDS = 30;
/** The clock of a desk may be wrong; whether a token still holds, the centre judges by its own. */
const CLOCK_TOLERANCE_SECONDS = 86_400;

/**
 * Signs in with the provider in the system's browser: authorization code with PKCE (RFC 7636), answered
 * on the loopback interface (RFC 8252), as OAuth 2.0 for native apps asks. The provider's password is
 * typed in a browser that this application does not see.
 */
export function systemBrowser(options: SystemBrowserOptions): Identify {
  return async (offer, publicKey) => {
    const configuration = await discover(offer);
    const verifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    const nonce = oidcNonce(offer.nonce, publicKey);
    const loopback = await loopbackAnswer(options.pages);
    let went: keyof AnswerPages = 'failed';
    try {
      const address = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: loopback.redirectUri,
        scope: offer.scopes,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      const answer = await withDeadline(offer, options, async (signal) => {
        await options.openAddress(address.href);
        return loopback.answered(state, signal);
      });
      const tokens = await oidc.authorizationCodeGrant(configuration, answer, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      if (tokens.id_token === undefined) throw new ProviderSignInFailed('ANSWER_REFUSED');
      went = 'done';
      return tokens.id_token;
    } catch (cause) {
      throw failureOf(cause);
    } finally {
      await loopback.close(went);
    }
  };
}

async function discover({ issuer, clientId }: OidcOffer): Promise<oidc.Configuration> {
  const address = new URL(issuer);
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname);
  const safe = address.protocol === 'https:' || (address.protocol === 'http:' && here);
  // A centre is believed in what it says about its zone, not in where a password may be typed unprotected.
  if (!safe) throw new ProviderSignInFailed('PROVIDER_AWAY');
  const execute = address.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const settings = { execute, timeout: TIMEOUT_SECONDS };
  try {
    const client = { client_id: clientId, [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS };
    return await oidc.discovery(address, clientId, client, oidc.None(), settings);
  } catch {
    throw new ProviderSignInFailed('PROVIDER_AWAY');
  }
}

async function withDeadline<Value>(
  { expiresAt }: OidcOffer,
  { signal, now }: SystemBrowserOptions,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const ending = new AbortController();
  const end = (): void => ending.abort(new ProviderSignInFailed('CANCELLED'));
  const timer = setTimeout(end, Math.max(0, Date.parse(expiresAt) - now()));
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  try {
    return await work(ending.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

function failureOf(cause: unknown): unknown {
  if (cause instanceof ProviderSignInFailed || cause instanceof CentreError) return cause;
  if (cause instanceof oidc.AuthorizationResponseError) return new ProviderSignInFailed('DENIED');
  const late = cause instanceof oidc.ClientError && cause.code === 'OAUTH_TIMEOUT';
  const answered = cause instanceof oidc.ResponseBodyError || cause instanceof oidc.ClientError;
  return new ProviderSignInFailed(answered && !late ? 'ANSWER_REFUSED' : 'PROVIDER_AWAY');
}
