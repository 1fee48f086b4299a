import { z } from 'zod';

/** Every failure that a centre tells a desk, with its HTTP status. Nothing else is ever in an answer. */
export const WIRE_ERRORS = {
  /** A field breaks a rule; `field` is its path. */
  INVALID_FIELD: 422,
  /** Not JSON, or not what this address takes. */
  UNREADABLE: 400,
  TOO_LARGE: 413,
  /** No such address, or no such thing: then `field` says which. */
  NOT_FOUND: 404,
  /** No token, an old one, or one of another desk. */
  NOT_SIGNED_IN: 401,
  /** The officer must type the password again. */
  SIGN_IN_AGAIN: 401,
  /** Wrong login, password, code or signature; which of them is not said. */
  WRONG_CREDENTIALS: 403,
  /** The desk was revoked, or the account closed. */
  REVOKED: 403,
  /** The account's role or rights do not allow this. */
  FORBIDDEN: 403,
  /** Nobody could administer the zone any more. */
  LAST_ADMINISTRATOR: 409,
  /** Somebody else has decided on it meanwhile. */
  ALREADY_DECIDED: 409,
  /** The provider of identities knows the person, and the zone has no account for them. */
  ACCOUNT_UNKNOWN: 403,
  /** This centre has no provider of identities: officers sign in with a password. */
  NOT_OFFERED: 404,
  /** Too many attempts; `retryAfterSeconds`. */
  TRY_LATER: 429,
  /** The desk's file belongs to another officer than the account. */
  OFFICER_MISMATCH: 409,
  /** Operations are missing before these; `expected` is the number to go on from. */
  SEQUENCE_GAP: 409,
  /** Another operation had this number: the desk's file was restored from a copy. */
  SEQUENCE_REUSED: 409,
  /** The same operation id with another content. */
  OPERATION_ALTERED: 409,
  /** A part of a parcel is not taken; `reason` is one of PARCEL_REASONS. */
  PARCEL_REFUSED: 422,
  /** The centre was restored: push again from `expected`, then fetch everything. */
  EPOCH_CHANGED: 409,
  /** The desk speaks a version that this centre does not. */
  PROTOCOL_UNSUPPORTED: 426,
  /**
   * Not now: the database is away or the centre is stopping; or it has as much to decide as it can at once, and says
   * `retryAfterSeconds`.
   */
  UNAVAILABLE: 503,
  /** The centre cannot reach the provider of identities. */
  PROVIDER_AWAY: 503,
  /** A defect; `reference` is in the centre's log. */
  INTERNAL: 500,
} as const;
export type WireErrorCode = keyof typeof WIRE_ERRORS;

export const wireErrorSchema = z.object({
  error: z.object({
    code: z.string().max(40),
    field: z.string().max(500).optional(),
    reason: z.string().max(200).optional(),
    retryAfterSeconds: z.number().int().min(0).optional(),
    expected: z.number().int().min(0).optional(),
    epoch: z.string().max(60).optional(),
    reference: z.string().max(60).optional(),
  }),
});
export type WireErrorBody = z.infer<typeof wireErrorSchema>['error'];
export type WireErrorData = Omit<WireErrorBody, 'code'>;
