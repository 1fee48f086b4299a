import { z } from 'zod';

import { idSchema } from '../../lib/ids.ts';
import { contactViewSchema } from '../contacts/contact-view.ts';

/** The longest name of a view, in UTF-16 code units: it must fit a menu. */
export const LONGEST_VIEW_NAME = 60;

/** What its owner says of a view. */
export const savedViewFieldsSchema = z.object({
  name: z.string().trim().min(1).max(LONGEST_VIEW_NAME),
  /** Whether the team sees it as well. It holds no contacts: everybody sees their own by it. */
  shared: z.boolean(),
  view: contactViewSchema,
});
export type SavedViewFields = z.infer<typeof savedViewFieldsSchema>;

export const savedViewChangesSchema = savedViewFieldsSchema.partial();
export type SavedViewChanges = z.infer<typeof savedViewChangesSchema>;

/** A way to look at contacts that somebody kept under a name. */
export const savedViewSchema = savedViewFieldsSchema.extend({
  id: idSchema,
  ownerId: idSchema,
  ownerName: z.string(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** Whether two names are the same one to a person who reads them in a menu. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().normalize('NFC').toLowerCase();
  return plain(one) === plain(other);
}
