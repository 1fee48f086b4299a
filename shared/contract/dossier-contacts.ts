import { z } from 'zod';

import { DOSSIER_STATES, dossierSchema } from '../domain/actions/dossier.ts';
import { MOST_LINKS } from '../domain/actions/vocabulary.ts';
import { codeSchema } from '../domain/codes/code.ts';
import { contactSchema } from '../domain/contacts/contact.ts';
import { LONGEST_QUERY } from '../domain/search/search-query.ts';
import { placedStreetSchema } from '../domain/territory/placed-street.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

/** How far from a dossier contacts are looked for. */
export const LINK_PLACES = ['stretches', 'streets', 'neighbourhood'] as const;
export type LinkPlace = (typeof LINK_PLACES)[number];

/** The most contacts that are listed at once. */
export const MOST_FOUND = 50;

export const foundContactsSchema = z.object({
  /** The newest {@link MOST_FOUND}, linked ones among them. */
  contacts: z.array(contactSchema),
  /** How many match in all. */
  total: z.number().int(),
});
export type FoundContacts = z.infer<typeof foundContactsSchema>;

export const nearDossierSchema = z.object({
  id: idSchema,
  title: z.string(),
  problem: codeSchema.nullable(),
  state: z.enum(DOSSIER_STATES),
  streets: z.array(placedStreetSchema),
  /** From the contact to its nearest stretch; null where either is not known. */
  metres: z.number().int().nullable(),
  isLinked: z.boolean(),
});
export type NearDossier = z.infer<typeof nearDossierSchema>;

const links = z.array(idSchema).max(MOST_LINKS);

/** Contacts of a dossier. */
export const dossierContactsContract = {
  /** Contacts that may be linked to a dossier, the newest first. NOT_FOUND (dossier). */
  contactsFor: operation
    .input(
      z.object({
        id: idSchema,
        place: z.enum(LINK_PLACES),
        /** Only those that name its problem; any where it says none. */
        sameProblem: z.boolean(),
        /** Every word of it is in the contact. */
        text: z.string().max(LONGEST_QUERY),
      }),
    )
    .output(foundContactsSchema),
  /**
   * NOT_FOUND (dossier); INVALID_FIELD (contacts: unknown, withdrawn, another-neighbourhood; invalid where there are
   * too many).
   */
  linkContacts: operation
    .input(z.object({ id: idSchema, add: links, remove: links }))
    .output(dossierSchema),
  /** The dossiers of a contact, and the open ones that it may be linked to; the nearest first. NOT_FOUND (contact). */
  dossiersFor: operation
    .input(z.object({ contactId: idSchema }))
    .output(z.array(nearDossierSchema)),
};
