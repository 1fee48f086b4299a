import { z } from 'zod';

import { contactSearchSchema } from '../views/index.ts';

/** The view to be printed as it stands in the address, with what was chosen to be in it as well. */
export const printSearchSchema = contactSearchSchema.extend({
  restricted: z.boolean().catch(false),
  assessments: z.boolean().catch(false),
});
