import { z } from 'zod';

import { daySchema } from '../../lib/dates.ts';
import { LONGEST_TEXT } from '../contacts/contact.ts';

/**
 * What the program counts of a sign, on the streets of the action and on others: recorded facts of the dossier's
 * problem that police did not find, contacts that name the problem, or answers that it feels unsafe. The rest is
 * counted by hand, and cannot be compared with other streets.
 */
export const SIGN_COUNTS = ['facts', 'contacts', 'insecure', 'by-hand'] as const;
export type SignCount = (typeof SIGN_COUNTS)[number];

/** By what one will see whether it helped: counted before the action begins, and the same way after. */
export const successSignSchema = z
  .object({
    /** What is counted, in words. */
    what: z.string().trim().min(1).max(LONGEST_TEXT),
    /** Signs from before the program could count were counted by hand. */
    counted: z.enum(SIGN_COUNTS).default('by-hand'),
    /** Which way is better. */
    better: z.enum(['lower', 'higher']),
    /** What was counted from the one day to the other, both included. */
    baseline: z.number().min(0).max(1_000_000_000),
    from: daySchema,
    to: daySchema,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] });
export type SuccessSign = z.infer<typeof successSignSchema>;
