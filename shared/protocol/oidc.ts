import { z } from 'zod';

import { enrolRequestSchema, sessionResponseSchema, signInRequestSchema } from './account.ts';
import { idSchema, instantSchema } from './basics.ts';
import { LIMITS } from './limits.ts';

const idTokenSchema = z
  .string()
  .max(16_000)
  .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/);

/** Asks where the officer signs in, and for something to bind it to. */
export const oidcStartRequestSchema = z.object({ deviceId: idSchema });
export const oidcStartResponseSchema = z.object({
  /** The provider of identities, as OpenID Connect Discovery 1.0 finds it. */
  issuer: z.url().max(500),
  clientId: z.string().min(1).max(200),
  /** What to ask the provider for, separated by spaces. */
  scopes: z.string().max(500),
  nonce: z.base64url().length(43),
  expiresAt: instantSchema,
});
export type OidcOffer = z.infer<typeof oidcStartResponseSchema>;

/** As enrolment with a password; the provider says who it is. Signed with purpose `oidc-enrol`. */
export const oidcEnrolRequestSchema = enrolRequestSchema
  .omit({ login: true, password: true })
  .extend({ idToken: idTokenSchema });
export type OidcEnrolRequest = z.infer<typeof oidcEnrolRequestSchema>;

/** As sign-in with a password. Signed with purpose `oidc-sign-in`. */
export const oidcSignInRequestSchema = signInRequestSchema
  .omit({ login: true, password: true })
  .extend({ idToken: idTokenSchema });
export type OidcSignInRequest = z.infer<typeof oidcSignInRequestSchema>;

/**
 * The nonce that a desk sends to the provider, and that comes back inside the signed token: what the
 * centre gave for one use, with the desk's public key. A token is good for this desk and this once.
 */
export function oidcNonce(nonce: string, publicKey: string): string {
  return `${nonce}.${publicKey}`;
}

/** Addresses for zones whose officers sign in with a provider of their own. */
export const OIDC_WIRE = {
  oidcStart: {
    method: 'POST',
    path: '/v1/oidc/start',
    summary: 'Where an officer signs in, and something to bind it to',
    token: false,
    request: oidcStartRequestSchema,
    response: oidcStartResponseSchema,
    form: 'json',
    bytes: LIMITS.requestBytes,
  },
  oidcEnrol: {
    method: 'POST',
    path: '/v1/oidc/enrol',
    summary: 'Make a desk known with a one-time code and an identity of the provider',
    token: false,
    request: oidcEnrolRequestSchema,
    response: sessionResponseSchema,
    form: 'json',
    bytes: LIMITS.requestBytes,
  },
  oidcSignIn: {
    method: 'POST',
    path: '/v1/oidc/sign-in',
    summary: 'The officer of a known desk has signed in with the provider',
    token: false,
    request: oidcSignInRequestSchema,
    response: sessionResponseSchema,
    form: 'json',
    bytes: LIMITS.requestBytes,
  },
} as const;
