import { z } from 'zod';

import { daySchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';
import { FEELINGS, NEXT_STEPS, SENSITIVITIES } from './code-lists.ts';

/** The most values one field of a filter may name. */
export const MOST_VALUES = 100;

/** One value, or several of which any will do. */
function oneOrMore<Value extends z.ZodType<string>>(value: Value) {
  return z.union([value, z.array(value).min(1).max(MOST_VALUES)]).optional();
}

/**
 * Which contacts; an absent field does not narrow, several values of a field widen it, and all fields
 * together must hold. Days are of Europe/Brussels, both included.
 */
export const contactFilterSchema = z.object({
  from: daySchema.optional(),
  to: daySchema.optional(),
  reason: oneOrMore(codeSchema),
  neighbourhoodId: oneOrMore(idSchema),
  streetId: oneOrMore(idSchema),
  authorId: oneOrMore(idSchema),
  channel: oneOrMore(codeSchema),
  feeling: oneOrMore(z.enum(FEELINGS)),
  problem: oneOrMore(codeSchema),
  nextStep: oneOrMore(z.enum(NEXT_STEPS)),
  sensitivity: z.enum(SENSITIVITIES).optional(),
  /** Only those with a promise that is still open. */
  openPromise: z.literal(true).optional(),
  /** Withdrawn contacts are shown struck through unless they are left out, or alone asked for. */
  withdrawn: z.enum(['hide', 'only']).optional(),
  /** Only those that were amended. */
  amended: z.literal(true).optional(),
});
export type ContactFilter = z.infer<typeof contactFilterSchema>;

/** A field of a filter that may name several values, as a list. */
export function valuesOf<Value extends string>(
  field: Value | readonly Value[] | undefined,
): readonly Value[] {
  if (field === undefined) return [];
  return typeof field === 'string' ? [field] : field;
}
