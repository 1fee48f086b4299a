import { z } from 'zod';

import {
  epochSchema,
  idSchema,
  instantSchema,
  publicKeySchema,
  signatureSchema,
} from './basics.ts';
import { parcelKeySchema } from './parcel.ts';

export const ROLES = ['officer', 'team-lead', 'data-protection-officer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** What an officer types to sign in. */
export const loginSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9.@_-]{1,99}$/);
const passwordSchema = z.string().min(1).max(1_000);
const appVersionSchema = z.string().regex(/^[\w.+-]{0,40}$/);
const nonceSchema = z.base64url().length(43);

/** Asks for something to sign, good for one use and one minute. */
export const challengeRequestSchema = z.object({ deviceId: idSchema });
export const challengeResponseSchema = z.object({ nonce: nonceSchema, expiresAt: instantSchema });

/** Makes a desk known, once, with a code that an administrator handed out. */
export const enrolRequestSchema = z.object({
  deviceId: idSchema,
  /** One-time code, letters and digits in groups, as it was written down. */
  code: z.string().trim().min(8).max(40),
  login: loginSchema,
  password: passwordSchema,
  publicKey: publicKeySchema,
  /** The officer that the desk's file was made for; null when it is made for whoever signs in. */
  officerId: idSchema.nullable(),
  label: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N} .,_()-]{1,60}$/u),
  /** Which application it is; a desk before version 6 of the wire says so with its next token only. */
  appVersion: appVersionSchema.optional(),
  nonce: nonceSchema,
  /** Over {@link signedText} with purpose `enrol`. */
  signature: signatureSchema,
});

/** Proves, every some days, that it is still the officer who works at this desk. */
export const signInRequestSchema = z.object({
  deviceId: idSchema,
  login: loginSchema,
  password: passwordSchema,
  nonce: nonceSchema,
  signature: signatureSchema,
});

/** Proves that it is this desk, without the officer: for the minutes that a token lasts. */
export const tokenRequestSchema = z.object({
  deviceId: idSchema,
  appVersion: appVersionSchema,
  nonce: nonceSchema,
  signature: signatureSchema,
});

export const sessionResponseSchema = z.object({
  zoneId: idSchema,
  epoch: epochSchema,
  officerId: idSchema,
  displayName: z.string().max(200),
  role: z.enum(ROLES),
  /** Until when the desk may ask for tokens without the officer signing in again. */
  signedInUntil: instantSchema,
  token: z.base64url().length(43),
  tokenExpiresAt: instantSchema,
  /** What the desk seals parcels for; a centre before version 5 of the wire has none. */
  parcelKey: parcelKeySchema.optional(),
});
export type SessionResponse = z.infer<typeof sessionResponseSchema>;
export type EnrolRequest = z.infer<typeof enrolRequestSchema>;
export type SignInRequest = z.infer<typeof signInRequestSchema>;
export type TokenRequest = z.infer<typeof tokenRequestSchema>;

/** What a signature of a desk is for. */
export type SignedPurpose = 'enrol' | 'sign-in' | 'token' | 'oidc-enrol' | 'oidc-sign-in';

/** What a desk signs with its Ed25519 key: a signature for one purpose is of no use for another. */
export function signedText(purpose: SignedPurpose, deviceId: string, nonce: string): string {
  return `wijkwerk-1 ${purpose} ${deviceId} ${nonce}`;
}
