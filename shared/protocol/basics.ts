import { z } from 'zod';

import { instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';

/**
 * A place in the centre's order of commits. 0 is before the first. A double holds it exactly; at a
 * thousand commits a second it lasts 285,000 years.
 */
export const seqSchema = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export type Seq = z.infer<typeof seqSchema>;

/** The life of a centre: another one after it was restored from a backup. */
export const epochSchema = idSchema;

export const scopeSchema = z.string().regex(/^[a-z]+(:[0-9a-f-]{36})?(\/restricted)?$/);

/** An entity's name. It may be one that this side does not know yet. */
export const entityNameSchema = z.string().regex(/^[a-z][a-z-]{0,39}$/);

/** A field's name. No name with a meaning of its own in JavaScript begins like this. */
export const fieldNameSchema = z.string().regex(/^[a-z][a-zA-Z0-9]{0,59}$/);

export const versionSchema = z.number().int().min(0).max(1_000_000_000);

export const codeSchema = z.string().regex(/^[a-z][a-z-]{0,39}$/);

export const signatureSchema = z.base64url().length(86);
/** A raw Ed25519 public key. */
export const publicKeySchema = z.base64url().length(43);

export { idSchema, instantSchema };
