import { z } from 'zod';

import { idSchema } from '../lib/ids.ts';

/**
 * What changes fields of a row: those in `changes`. `seen` is what stood in them when somebody began to change them;
 * CHANGED_MEANWHILE (`changes.<field>`) where something else stands there now that `changes` would go over.
 */
export function changeInput<Form extends z.ZodType>(form: Form) {
  return z.object({ id: idSchema, changes: form, seen: form.optional() });
}
