import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';

import { CentralError } from '../errors.ts';
import type { CentralClock, CentralLog } from '../ports.ts';

export interface OidcSettings {
  /** `https://login.example/zone`; `http:` only on this machine. */
  readonly issuer: string;
  /** The public client that the provider knows desks as. */
  readonly clientId: string;
  /** The claim that holds the login of an account. */
  readonly claim: string;
  readonly scopes: string;
}

/** Tells by a token of the provider which login it is. */
export interface IdentityVerifier {
  readonly offer: Pick<OidcSettings, 'issuer' | 'clientId' | 'scopes'>;
  /**
   * The login that an ID token proves, in small letters. Throws WRONG_CREDENTIALS for a token that does
   * not hold, ACCOUNT_UNKNOWN when it names no login, PROVIDER_AWAY when its keys cannot be had.
   */
  loginOf(idToken: string, nonce: string): Promise<string>;
}

/** Signatures that anybody can check and only the provider can make: never `none`, never a shared secret. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
];
const MORE_ALGORITHMS = ['EdDSA', 'Ed25519'];
const CLOCK_TOLERANCE_SECONDS = 60;
const TIMEOUT_SECONDS = 10;

interface Provider {
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
}

/** OpenID Connect Core 1.0, section 3.1.3.7, with the provider's keys found by Discovery 1.0. */
export function oidcVerifier(
  settings: OidcSettings,
  { clock, log }: { readonly clock: CentralClock; readonly log: CentralLog },
): IdentityVerifier {
  const { issuer, clientId, claim, scopes } = settings;
  let found: Promise<Provider> | undefined;

  const provider = (): Promise<Provider> => {
    found ??= discover(issuer, clientId).catch((cause: unknown) => {
      // Asked again next time: a provider that is away now comes back.
      found = undefined;
      throw cause;
    });
    return found;
  };
  const away = (): CentralError => {
    log.warn('oidc.provider-away');
    return new CentralError('PROVIDER_AWAY');
  };

  return {
    offer: { issuer, clientId, scopes },
    async loginOf(idToken, nonce) {
      const known = await provider().catch(() => {
        throw away();
      });
      let claims: JWTPayload;
      try {
        const { payload } = await jwtVerify(idToken, known.keys, {
          issuer: known.issuer,
          audience: clientId,
          algorithms: [...ALGORITHMS, ...MORE_ALGORITHMS],
          requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          currentDate: new Date(clock.now()),
        });
        claims = payload;
      } catch (cause) {
        if (isAway(cause)) throw away();
        log.warn('oidc.token-refused', { code: codeOf(cause) });
        throw new CentralError('WRONG_CREDENTIALS');
      }
      const foreign =
        Array.isArray(claims.aud) && claims.aud.length > 1 && claims['azp'] !== clientId;
      if (claims['nonce'] !== nonce || foreign) throw new CentralError('WRONG_CREDENTIALS');
      const login = claims[claim];
      // Anybody may write any address into a profile: it counts once the provider has checked it.
      const vouched = claim !== 'email' || claims['email_verified'] === true;
      if (typeof login !== 'string' || !vouched) throw new CentralError('ACCOUNT_UNKNOWN');
      return login.trim().toLowerCase();
    },
  };
}

async function discover(issuer: string, clientId: string): Promise<Provider> {
  const address = new URL(issuer);
  const execute = address.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const options = { execute, timeout: TIMEOUT_SECONDS };
  const configuration = await oidc.discovery(address, clientId, undefined, oidc.None(), options);
  const metadata = configuration.serverMetadata();
  if (metadata.jwks_uri === undefined) throw new Error('the provider names no keys');
  const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), {
    timeoutDuration: TIMEOUT_SECONDS * 1_000,
  });
  return { issuer: metadata.issuer, keys };
}

/** The keys could not be had; everything else that jose says is about the token. */
function isAway(cause: unknown): boolean {
  return (
    !(cause instanceof errors.JOSEError) ||
    cause instanceof errors.JWKSTimeout ||
    cause instanceof errors.JWKSInvalid ||
    cause.code === errors.JOSEError.code
  );
}

function codeOf(cause: unknown): string {
  return cause instanceof errors.JOSEError ? cause.code : '';
}
