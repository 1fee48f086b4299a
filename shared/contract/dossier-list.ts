import { z } from 'zod';

import { ACTION_STATES } from '../domain/actions/action.ts';
import { DOSSIER_STATES } from '../domain/actions/dossier.ts';
import { codeSchema } from '../domain/codes/code.ts';
import { LONGEST_QUERY } from '../domain/search/search-query.ts';
import { placedStreetSchema } from '../domain/territory/placed-street.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

export const dossierLineSchema = z.object({
  id: idSchema,
  title: z.string(),
  problem: codeSchema.nullable(),
  state: z.enum(DOSSIER_STATES),
  streets: z.array(placedStreetSchema),
  /** How many of its actions stand in each state. */
  actions: z.partialRecord(z.enum(ACTION_STATES), z.number().int()),
  /** How many contacts it names, and how many of those are not on this desk. */
  contacts: z.number().int(),
  contactsElsewhere: z.number().int(),
});
export type DossierLine = z.infer<typeof dossierLineSchema>;

/**
 * `open`: whatever is not closed; `to-review`: of those, the ones whose assessment was to be looked at again; `deal-late`: in
 * whatever state, those with a deal of which a part is overdue.
 */
export const WIDER_CHOICES = ['open', 'to-review', 'deal-late'] as const;
export const DOSSIER_CHOICES = [...WIDER_CHOICES, ...DOSSIER_STATES] as const;

/** What is looked for among dossiers; what is left out does not narrow. */
export const dossierFilterSchema = z.object({
  /** Each word begins one of the title, the problem, a street or the neighbourhood, in any language of the zone. */
  text: z.string().max(LONGEST_QUERY).optional(),
  state: z.enum(DOSSIER_CHOICES).optional(),
  /** In any of its versions. */
  neighbourhoodId: idSchema.optional(),
});
export type DossierFilter = z.infer<typeof dossierFilterSchema>;

/** Lists of dossiers. */
export const dossierListContract = {
  /** On a street or a stretch, or with a contact; all where none is named. The newest first. */
  dossiers: operation
    .input(
      z.object({
        streetId: idSchema.optional(),
        segmentId: idSchema.optional(),
        contactId: idSchema.optional(),
      }),
    )
    .output(z.array(dossierLineSchema)),
  /** Those that match, the newest first, page by page. */
  findDossiers: operation
    .input(
      z.object({
        filter: dossierFilterSchema,
        /** What the page before returned. */
        cursor: idSchema.nullable(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(
      z.object({
        rows: z.array(dossierLineSchema),
        nextCursor: idSchema.nullable(),
        /** How many match in all. */
        total: z.number().int(),
      }),
    ),
};
