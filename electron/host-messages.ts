import { z } from 'zod';

/*
 * What the main process and the workbench process say to each other, beside the ports of the pages.
 * Both sides parse what they receive. Keys travel here, and only here: never in an argument, an
 * environment variable or a log.
 */

/** A wrapped or bare key: 32 bytes and what a key store puts around them. */
const keyBytes = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length <= 4096,
);

export const keyStoreRequestSchema = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('available') }),
  z.strictObject({ operation: z.literal('seal'), bytes: keyBytes }),
  z.strictObject({ operation: z.literal('unseal'), bytes: keyBytes }),
]);
export type KeyStoreRequest = z.infer<typeof keyStoreRequestSchema>;

export const keyStoreAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('available'), available: z.boolean() }),
  z.strictObject({ outcome: z.literal('bytes'), bytes: keyBytes }),
  z.strictObject({ outcome: z.literal('failed') }),
]);
export type KeyStoreAnswer = z.infer<typeof keyStoreAnswerSchema>;

export const toWorkbenchSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    profileDirectory: z.string().min(1),
    appVersion: z.string().min(1),
    demo: z.boolean(),
  }),
  /** Comes with the port of one page. */
  z.strictObject({ type: z.literal('page') }),
  /** Write and close everything, then end: the end of the process is the answer. */
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({
    type: z.literal('key-store-answer'),
    id: z.int().nonnegative(),
    answer: keyStoreAnswerSchema,
  }),
]);
export type ToWorkbench = z.infer<typeof toWorkbenchSchema>;

/** The code of `failed` when another Wijkwerk has this desk open. */
export const DESK_IN_USE = 'DESK_IN_USE';
/** The code of `failed` when the profile is a file, or a folder of something else. */
export const NOT_A_DESK = 'NOT_A_DESK';

export const fromWorkbenchSchema = z.discriminatedUnion('type', [
  /** The process runs and waits for `start`. */
  z.strictObject({ type: z.literal('waiting') }),
  /** Pages may be connected. */
  z.strictObject({ type: z.literal('ready') }),
  /** It cannot start; trying again would not help. */
  z.strictObject({ type: z.literal('failed'), code: z.string().regex(/^[\w.-]{1,60}$/) }),
  /** The page of the zone's provider of identities, for the system's browser. */
  z.strictObject({ type: z.literal('sign-in-page'), address: z.url().max(4_000) }),
  z.strictObject({
    type: z.literal('key-store'),
    id: z.int().nonnegative(),
    request: keyStoreRequestSchema,
  }),
]);
export type FromWorkbench = z.infer<typeof fromWorkbenchSchema>;
