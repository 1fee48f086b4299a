import { z } from 'zod';

import { instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { contactChangesSchema, contactSchema, LONGEST_TEXT } from './contact.ts';

/**
 * A correction of a submitted contact. It says why and holds the new values; what stood there before
 * stays readable, with who wrote it and when. Amendments are appended and never edited.
 */
export const newAmendmentSchema = z.object({
  id: idSchema,
  contactId: idSchema,
  /** Why: "wrong house number". */
  note: z.string().trim().min(1).max(LONGEST_TEXT),
  changes: contactChangesSchema,
});
export type NewAmendment = z.infer<typeof newAmendmentSchema>;

export const amendmentSchema = newAmendmentSchema.extend({
  authorId: idSchema,
  authorName: z.string(),
  madeAt: instantSchema,
});
export type Amendment = z.infer<typeof amendmentSchema>;

/** A contact with all that was ever written in it. */
export const contactHistorySchema = z.object({
  /** As it reads now. */
  current: contactSchema,
  /** As it was submitted; the same as `current` when nothing was amended. */
  original: contactSchema,
  /** Oldest first: each applies on what the ones before it left. */
  amendments: z.array(amendmentSchema),
});
export type ContactHistory = z.infer<typeof contactHistorySchema>;

/** Some of the fields; one that is undefined is not among them. */
export type SomeOf<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | undefined };

/**
 * The values that hold after all amendments: for each field the newest that names it.
 *
 * @param changes oldest first.
 */
export function appliedChanges<Fields extends object>(
  original: Fields,
  changes: readonly SomeOf<Fields>[],
): Fields {
  return changes.reduce<Fields>((fields, change) => ({ ...fields, ...defined(change) }), original);
}

/** An amendment that names no field, or changes nothing, would be an empty line in the history. */
export function changesSomething<Fields extends object>(
  current: Fields,
  changes: SomeOf<Fields>,
): boolean {
  return Object.entries(defined(changes)).some(
    ([name, value]) =>
      JSON.stringify(value) !==
      JSON.stringify(Object.entries(current).find(([key]) => key === name)?.[1]),
  );
}

function defined<Fields extends object>(changes: SomeOf<Fields>): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;
}
