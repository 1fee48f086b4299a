import { z } from 'zod';

import { SIGN_COUNTS } from '#shared/domain/actions/sign.ts';

/** A sign of success as it is being filled in. */
export const signFormSchema = z.object({
  what: z.string(),
  counted: z.enum(SIGN_COUNTS),
  better: z.enum(['lower', 'higher']),
  baseline: z.number().or(z.literal('')),
  from: z.string(),
  to: z.string(),
});
export type SignForm = z.infer<typeof signFormSchema>;
export const NO_SIGN: SignForm = {
  what: '',
  counted: 'facts',
  better: 'lower',
  baseline: '',
  from: '',
  to: '',
};
