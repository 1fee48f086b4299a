import { z } from 'zod';

import { instantSchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';

/** Somebody an officer speaks with: a person, or an organisation. */
export const PARTY_KINDS = ['person', 'organisation'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** The longest name and way to reach somebody, in UTF-16 code units. */
export const LONGEST_PARTY_NAME = 120;
export const LONGEST_REACH = 200;

/**
 * Only what is needed to speak with somebody again: a name, a way to reach them, a language, a role.
 * There is no field for what somebody is: no origin, belief, health, date of birth or appearance.
 */
export const partyFieldsSchema = z.object({
  kind: z.enum(PARTY_KINDS),
  name: z.string().trim().min(1).max(LONGEST_PARTY_NAME),
  /** Telephone, mail or whatever else they asked to be reached by. */
  reach: z.string().trim().max(LONGEST_REACH),
  language: codeSchema.nullable(),
  /** What they are in the neighbourhood: resident, shopkeeper, school. */
  role: codeSchema.nullable(),
});
export type PartyFields = z.infer<typeof partyFieldsSchema>;

export const partySchema = partyFieldsSchema.extend({ id: idSchema });
export type Party = z.infer<typeof partySchema>;

/** Of a party no more than is needed to name it. */
export const partyNameSchema = partySchema.pick({ id: true, kind: true, name: true });
export type PartyName = z.infer<typeof partyNameSchema>;

/** Two parties are the same: a link between them, that can be taken back. */
export const partyMergeSchema = z.object({
  id: idSchema,
  party: partyNameSchema,
  into: partyNameSchema,
  madeByName: z.string(),
  madeAt: instantSchema,
});
export type PartyMerge = z.infer<typeof partyMergeSchema>;

/** What somebody wrote in a party at one time: all of its fields. */
export const partyChangeSchema = z.object({
  id: idSchema,
  authorName: z.string(),
  madeAt: instantSchema,
  fields: partyFieldsSchema,
});
export type PartyChange = z.infer<typeof partyChangeSchema>;

export interface MergeProblem {
  readonly field: 'partyId' | 'intoId';
  readonly reason: 'same-party' | 'merged-already' | 'other-kind';
}

/**
 * The rules of a merge: two different parties of one kind, neither of which is merged into another one
 * now. So links never go round in a circle, and each party stands for itself or for exactly one other.
 */
export function problemOfMerge(
  party: Pick<Party, 'id' | 'kind'> & { readonly isMerged: boolean },
  into: Pick<Party, 'id' | 'kind'> & { readonly isMerged: boolean },
): MergeProblem | undefined {
  if (party.id === into.id) return { field: 'intoId', reason: 'same-party' };
  if (party.isMerged) return { field: 'partyId', reason: 'merged-already' };
  if (into.isMerged) return { field: 'intoId', reason: 'merged-already' };
  return party.kind === into.kind ? undefined : { field: 'intoId', reason: 'other-kind' };
}
