import { z } from 'zod';

import { ACTION_STATES } from '../domain/actions/action.ts';
import { DOSSIER_STATES } from '../domain/actions/dossier.ts';
import { codeSchema } from '../domain/codes/code.ts';
import { PARTY_KINDS } from '../domain/parties/party.ts';
import { LONGEST_QUERY } from '../domain/search/search-query.ts';
import { daySchema, instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';
import { addressSuggestionSchema } from './territory.ts';

/** What of a contact the excerpt was taken from. */
export const FOUND_IN = ['summary', 'need', 'assessment', 'nextNote', 'amendments'] as const;

export const contactHitSchema = z.object({
  id: idSchema,
  occurredAt: instantSchema,
  streetNameNl: z.string(),
  streetNameFr: z.string(),
  houseNumber: z.string(),
  reason: codeSchema,
  withdrawn: z.boolean(),
  foundIn: z.enum(FOUND_IN),
  /** The part of that text which shows why it was found. */
  excerpt: z.string(),
});
export type ContactHit = z.infer<typeof contactHitSchema>;

export const promiseHitSchema = z.object({
  id: idSchema,
  contactId: idSchema,
  streetNameNl: z.string(),
  streetNameFr: z.string(),
  dueOn: daySchema,
  state: z.enum(['open', 'kept', 'not-kept']),
  foundIn: z.enum(['text', 'outcome']),
  excerpt: z.string(),
});
export type PromiseHit = z.infer<typeof promiseHitSchema>;

export const partyHitSchema = z.object({
  id: idSchema,
  kind: z.enum(PARTY_KINDS),
  name: z.string(),
  reach: z.string(),
  role: codeSchema.nullable(),
});
export type PartyHit = z.infer<typeof partyHitSchema>;

export const neighbourhoodHitSchema = z.object({
  id: idSchema,
  nameNl: z.string(),
  nameFr: z.string(),
});
export type NeighbourhoodHit = z.infer<typeof neighbourhoodHitSchema>;

const caseworkHitSchema = z.object({
  id: idSchema,
  /** Of a dossier, its own. */
  dossierId: idSchema,
  title: z.string(),
  /** Of what was written besides the title; empty where that holds nothing of it. */
  excerpt: z.string(),
});
export const dossierHitSchema = z.discriminatedUnion('kind', [
  caseworkHitSchema.extend({ kind: z.literal('dossier'), state: z.enum(DOSSIER_STATES) }),
  caseworkHitSchema.extend({
    kind: z.literal('action'),
    state: z.enum(ACTION_STATES),
    endsOn: daySchema.nullable(),
  }),
]);
export type DossierHit = z.infer<typeof dossierHitSchema>;

/** Best first; spelling may differ a little. "More" says that a larger limit would find more. */
export const foundNamesSchema = z.object({
  parties: z.array(partyHitSchema),
  moreParties: z.boolean(),
  places: z.array(addressSuggestionSchema),
  morePlaces: z.boolean(),
  neighbourhoods: z.array(neighbourhoodHitSchema),
  moreNeighbourhoods: z.boolean(),
  /** Contacts and promises that arrived and that the search does not know yet; it is catching up. */
  unindexed: z.number().int().nonnegative(),
});
export type FoundNames = z.infer<typeof foundNamesSchema>;

export const searchAnswerSchema = foundNamesSchema.extend({
  /** Newest first. */
  contacts: z.array(contactHitSchema),
  moreContacts: z.boolean(),
  promises: z.array(promiseHitSchema),
  morePromises: z.boolean(),
  /** Dossiers and actions, those that came last first. */
  dossiers: z.array(dossierHitSchema),
  moreDossiers: z.boolean(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** The most names of a kind: who needs more, types another letter. */
export const MOST_NAMES = 200;

const text = z.string().max(LONGEST_QUERY);
const pageOf = z.object({
  text,
  /** What the page before returned. */
  cursor: z.string().max(200).nullable(),
  limit: z.number().int().min(1).max(100),
});

export const searchContract = {
  /** Everything that holds what was typed, some of each kind. Nothing is found by a text without letters. */
  everything: operation
    .input(z.object({ text, limit: z.number().int().min(1).max(20) }))
    .output(searchAnswerSchema),
  /** Persons, organisations, places and neighbourhoods whose names fit, some of each kind. */
  names: operation
    .input(z.object({ text, limit: z.number().int().min(1).max(MOST_NAMES) }))
    .output(foundNamesSchema),
  /** All contacts that hold it, page by page, newest first. */
  contacts: operation
    .input(pageOf)
    .output(z.object({ rows: z.array(contactHitSchema), nextCursor: z.string().nullable() })),
  /** All promises that hold it, page by page, newest first. */
  promises: operation
    .input(pageOf)
    .output(z.object({ rows: z.array(promiseHitSchema), nextCursor: z.string().nullable() })),
  /** All dossiers and actions that hold it, page by page, those that came last first. */
  dossiers: operation
    .input(pageOf)
    .output(z.object({ rows: z.array(dossierHitSchema), nextCursor: z.string().nullable() })),
};
