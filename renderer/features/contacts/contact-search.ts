import { z } from 'zod';

import { CONTACT_REASONS } from '#shared/domain/contacts/code-lists.ts';
import { daySchema } from '#shared/lib/dates.ts';
import { idSchema } from '#shared/lib/ids.ts';

/** The list's filter as it stands in the address; what cannot be read there does not narrow. */
export const contactSearchSchema = z.object({
  from: daySchema.optional().catch(undefined),
  to: daySchema.optional().catch(undefined),
  reason: z.enum(CONTACT_REASONS).optional().catch(undefined),
  neighbourhoodId: idSchema.optional().catch(undefined),
});
export type ContactSearch = z.infer<typeof contactSearchSchema>;
