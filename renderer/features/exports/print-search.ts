import { z } from 'zod';

import { LONGEST_RECIPIENT } from '#shared/contract/exports.ts';

import { contactSearchSchema } from '../views/index.ts';

/** The view to be printed as it stands in the address, with what was chosen to be in it as well. */
export const printSearchSchema = contactSearchSchema.extend({
  restricted: z.boolean().catch(false),
  assessments: z.boolean().catch(false),
  recipient: z.string().max(LONGEST_RECIPIENT).catch(''),
});
