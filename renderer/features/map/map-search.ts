import { z } from 'zod';

import { type ContactFilter, contactFilterSchema } from '#shared/contract/contacts.ts';
import { codeSchema } from '#shared/domain/codes/code.ts';
import { idSchema } from '#shared/lib/ids.ts';

const { from, to } = contactFilterSchema.shape;

/** The map's filter and choice as they stand in the address; what cannot be read there is left out. */
export const mapSearchSchema = z.object({
  from: from.catch(undefined),
  to: to.catch(undefined),
  reason: codeSchema.optional().catch(undefined),
  neighbourhoodId: idSchema.optional().catch(undefined),
  streetId: idSchema.optional().catch(undefined),
  /** The chosen contact, on the map and in the list alike. */
  contact: idSchema.optional().catch(undefined),
});
export type MapSearch = z.infer<typeof mapSearchSchema>;

/** The filter without the choice, and without keys that hold nothing: equal filters are equal keys. */
export function filterOf(search: MapSearch): ContactFilter {
  return contactFilterSchema.parse(
    Object.fromEntries(
      Object.entries({ ...search, contact: undefined }).filter(([, value]) => value !== undefined),
    ),
  );
}
