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
