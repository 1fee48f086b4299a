import { v7, validate, version } from 'uuid';
import { z } from 'zod';

/** The identity of a row or an operation: a UUID version 7 (RFC 9562), made where the row is made. */
export const idSchema = z.string().refine((text) => validate(text) && version(text) === 7, {
  message: 'not a UUID version 7',
});
export type Id = string;

/**
 * A new UUIDv7.
 *
 * @param milliseconds Unix time put into the id; it orders ids made at one desk and is trusted by nobody.
 * @param randomBytes 16 random bytes.
 */
export function makeId(milliseconds: number, randomBytes: Uint8Array): Id {
  return v7({ msecs: milliseconds, random: randomBytes });
}
