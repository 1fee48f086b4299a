import { z } from 'zod';

import { contactSchema } from '../domain/contacts/contact.ts';
import {
  LONGEST_PARTY_NAME,
  PARTY_KINDS,
  partyChangeSchema,
  partyFieldsSchema,
  partyMergeSchema,
  partySchema,
} from '../domain/parties/party.ts';
import { keptPromiseSchema } from '../domain/promises/promise.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

/** A party that may be meant, and the name of a merged one by which it was found. */
export const partySuggestionSchema = partySchema.extend({
  /** Null when its own name fits. */
  foundAs: z.string().nullable(),
});
export type PartySuggestion = z.infer<typeof partySuggestionSchema>;

/** A party with what goes with it; `merged` are those that stand under it. */
export const partyDossierSchema = z.object({
  party: partySchema,
  /** The link that puts this party under another one; null while it stands for itself. */
  mergedInto: partyMergeSchema.nullable(),
  merged: z.array(partyMergeSchema),
  /** Everything that was written in it, oldest first. */
  changes: z.array(partyChangeSchema),
  /** How many contacts it has, with those of the parties under it. */
  contacts: z.number().int(),
});
export type PartyDossier = z.infer<typeof partyDossierSchema>;

const page = {
  cursor: z.string().max(2_000).nullable(),
  limit: z.number().int().min(1).max(200),
};

export const partiesContract = {
  /**
   * Parties whose name fits what is being typed, the best first: by the beginnings of their words, and
   * with other spellings and typing errors. A merged one shows as the one it was merged into.
   */
  suggest: operation
    .input(
      z.object({
        text: z.string().max(LONGEST_PARTY_NAME),
        limit: z.number().int().min(1).max(50),
      }),
    )
    .output(z.array(partySuggestionSchema)),
  /** Parties with a name like this one's, which may be the same; never the party itself. */
  similar: operation.input(z.object({ id: idSchema })).output(z.array(partySuggestionSchema)),
  /** Everybody who stands for themselves, by name. `cursor` is what the page before returned. */
  list: operation
    .input(z.object({ kind: z.enum(PARTY_KINDS).nullable(), ...page }))
    .output(z.object({ rows: z.array(partySchema), nextCursor: z.string().nullable() })),
  get: operation.input(z.object({ id: idSchema })).output(partyDossierSchema),
  /** Contacts with a party and those merged into it, newest first. */
  contacts: operation
    .input(z.object({ id: idSchema, ...page }))
    .output(z.object({ rows: z.array(contactSchema), nextCursor: z.string().nullable() })),
  /** Promises made at those contacts: open ones first, the longest overdue before the others. */
  promises: operation.input(z.object({ id: idSchema })).output(z.array(keptPromiseSchema)),
  /** Sent twice with the same id and content it is stored once; another content is ALREADY_EXISTS. */
  add: operation.input(z.object({ id: idSchema, fields: partyFieldsSchema })).output(partySchema),
  /**
   * What it said before stays readable, with who wrote it and when. With `seen`, what it said when the form was opened,
   * only the fields that were changed in the form are written. CHANGED_MEANWHILE (`fields.reach`) where that would be
   * over what somebody else wrote since.
   */
  change: operation
    .input(
      z.object({ id: idSchema, fields: partyFieldsSchema, seen: partyFieldsSchema.optional() }),
    )
    .output(partySchema),
  /**
   * From now on `partyId` shows under `intoId`. Nothing of either is changed. INVALID_FIELD
   * `same-party`, `merged-already` or `other-kind`.
   */
  merge: operation
    .input(z.object({ id: idSchema, partyId: idSchema, intoId: idSchema }))
    .output(partyDossierSchema),
  /** Takes a merge back: both stand for themselves again, with everything that was written since. */
  unmerge: operation.input(z.object({ mergeId: idSchema })).output(partyDossierSchema),
};
