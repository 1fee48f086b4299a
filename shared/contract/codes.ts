import { z } from 'zod';

import { CODE_LISTS, codeFieldsSchema, codeRowSchema } from '../domain/codes/code.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

export const codesContract = {
  /** Every code of every list, also those that ended, in the order of the zone. */
  all: operation.output(z.array(codeRowSchema)),
  /** For those who lead: NOT_NOW (not-a-leader). Adds a code; what is stored of it is made from its Dutch name. */
  add: operation
    .input(z.object({ list: z.enum(CODE_LISTS), fields: codeFieldsSchema }))
    .output(codeRowSchema),
  /** For those who lead: NOT_NOW (not-a-leader). Words, places, ends or takes up a code again; it never disappears. */
  change: operation
    .input(z.object({ id: idSchema, fields: codeFieldsSchema }))
    .output(codeRowSchema),
};
