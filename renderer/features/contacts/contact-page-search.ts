import { z } from 'zod';

/** What the address of a contact's own page may ask for: a form that is open at once. */
export const contactPageSearchSchema = z.object({
  open: z.enum(['correct', 'withdraw']).optional().catch(undefined),
});
export type ContactForm = NonNullable<z.infer<typeof contactPageSearchSchema>['open']>;
