import { z } from 'zod';

import { instantSchema } from '../lib/dates.ts';
import { operation } from './base.ts';

export const outboxContract = {
  /** What exists only in this file, by count and the moment of the oldest. */
  summary: operation.output(
    z.object({ onlyHere: z.number().int(), oldestAt: instantSchema.nullable() }),
  ),
};
