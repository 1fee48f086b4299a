import { z } from 'zod';

import { instantSchema } from '../lib/dates.ts';
import { operation } from './base.ts';

export const outboxContract = {
  /** What exists only in this file: what waits to be sent, with the moment of the oldest, and what was not taken. */
  summary: operation.output(
    z.object({
      onlyHere: z.number().int(),
      notTaken: z.number().int(),
      oldestAt: instantSchema.nullable(),
    }),
  ),
};
