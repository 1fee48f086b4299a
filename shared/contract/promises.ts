import { z } from 'zod';

import { LONGEST_TEXT } from '../domain/contacts/contact.ts';
import { promiseSchema } from '../domain/promises/promise.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

export const promisesContract = {
  /** Open promises, the longest overdue first. */
  open: operation.output(z.array(promiseSchema)),
  /** Closing needs the outcome that the resident was told. */
  close: operation
    .input(
      z.object({
        id: idSchema,
        kept: z.boolean(),
        outcome: z.string().trim().min(1).max(LONGEST_TEXT),
      }),
    )
    .output(promiseSchema),
};
