import { z } from 'zod';

import {
  savedViewChangesSchema,
  savedViewFieldsSchema,
  savedViewSchema,
} from '../domain/views/saved-view.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

export const viewsContract = {
  /** The officer's own views and those the team shares, by name. */
  list: operation.output(z.array(savedViewSchema)),
  /**
   * Keeps a view under a name. Sent twice with the same id it is stored once. INVALID_FIELD `taken`
   * when the officer has another view of that name.
   */
  save: operation
    .input(z.object({ id: idSchema, fields: savedViewFieldsSchema }))
    .output(savedViewSchema),
  /** Renames it, shares it or puts another view in its place. Only for its owner. */
  change: operation
    .input(z.object({ id: idSchema, fields: savedViewChangesSchema }))
    .output(savedViewSchema),
  /** Takes it out of the menu; `restore` brings it back. */
  remove: operation.input(z.object({ id: idSchema })).output(z.object({})),
  restore: operation.input(z.object({ id: idSchema })).output(savedViewSchema),
};
