import { z } from 'zod';

import type { FieldPolicy, FieldRule } from './entity-rules.ts';

/** What something is called. */
export const name = z.string().min(1).max(200);

/** A field that may change: where two changed it, somebody is asked, unless its policy says otherwise. */
export const field = (schema: z.ZodType, policy: FieldPolicy = 'surface'): FieldRule => ({
  schema,
  policy,
});

/** A field that is said once. */
export const fixed = (schema: z.ZodType): FieldRule => field(schema, 'fixed');
