import { z } from 'zod';

import { codeSchema } from '../codes/code.ts';

/** Somebody an officer speaks with: a person, or an organisation. */
export const PARTY_KINDS = ['person', 'organisation'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/**
 * Only what is needed to speak with somebody again: a name, a way to reach them, a language, a role.
 * There is no field for what somebody is: no origin, belief, health, date of birth or appearance.
 */
export const partyFieldsSchema = z.object({
  kind: z.enum(PARTY_KINDS),
  name: z.string().trim().min(1).max(120),
  /** Telephone, mail or whatever else they asked to be reached by. */
  reach: z.string().trim().max(200),
  language: codeSchema.nullable(),
  /** What they are in the neighbourhood: resident, shopkeeper, school. */
  role: codeSchema.nullable(),
});
