import { z } from 'zod';

import { codeSchema } from '#shared/domain/codes/code.ts';
import { daySchema } from '#shared/lib/dates.ts';
import { idSchema } from '#shared/lib/ids.ts';

/** The list's filter as it stands in the address; what cannot be read there does not narrow. */
export const contactSearchSchema = z.object({
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
  reason: codeSchema.optional().catch(undefined),
  neighbourhoodId: idSchema.optional().catch(undefined),
  streetId: idSchema.optional().catch(undefined),
});
export type ContactSearch = z.infer<typeof contactSearchSchema>;

/** What the address of a contact's own page may ask for: a form that is open at once. */
export const contactPageSearchSchema = z.object({
  open: z.enum(['correct', 'withdraw']).optional().catch(undefined),
});
export type ContactForm = NonNullable<z.infer<typeof contactPageSearchSchema>['open']>;
