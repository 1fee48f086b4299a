import { z } from 'zod';

import { daySchema, instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';

/** A promise made to a resident or partner: someone owns it, it has a date, closing needs an outcome. */
export const promiseSchema = z.object({
  id: idSchema,
  contactId: idSchema,
  ownerId: idSchema,
  ownerName: z.string(),
  streetId: idSchema,
  streetNameNl: z.string(),
  streetNameFr: z.string(),
  text: z.string(),
  dueOn: daySchema,
  state: z.enum(['open', 'kept', 'not-kept']),
  /** What the resident was told; empty while the promise is open. */
  outcome: z.string(),
  closedAt: instantSchema.nullable(),
  /** How the person wants to be told; null when that was not said. */
  channel: codeSchema.nullable(),
  /** How the person was told when the promise was closed; null while it is open. */
  toldBy: codeSchema.nullable(),
});
export type ContactPromise = z.infer<typeof promiseSchema>;
