import { z } from 'zod';

import { type DossierFilter, dossierFilterSchema } from '#shared/contract/dossier-list.ts';
import { idSchema } from '#shared/lib/ids.ts';

const { text, state, neighbourhoodId } = dossierFilterSchema.shape;

/** What the address of the list holds; what cannot be read there does not narrow. */
export const dossierSearchSchema = z.object({
  text: text.catch(undefined),
  state: state.catch(undefined),
  neighbourhoodId: neighbourhoodId.catch(undefined),
  /** A new dossier is made about this street, or after this contact. */
  street: idSchema.optional().catch(undefined),
  contact: idSchema.optional().catch(undefined),
  /** About this stretch of the street alone. */
  segment: idSchema.nullable().optional().catch(undefined),
});
export type DossierSearch = z.infer<typeof dossierSearchSchema>;

/** The part of an address that narrows the list, and nothing that a new dossier begins from. */
export function filterIn(search: DossierSearch): DossierFilter {
  const typed = search.text?.trim();
  return {
    ...(typed && { text: search.text }),
    ...(search.state && { state: search.state }),
    ...(search.neighbourhoodId && { neighbourhoodId: search.neighbourhoodId }),
  };
}

/** Whether an address narrows the list. */
export function isNarrowed(search: DossierSearch): boolean {
  return Object.keys(filterIn(search)).length > 0;
}
