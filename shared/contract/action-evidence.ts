import { z } from 'zod';

import { SIGN_COUNTS } from '../domain/actions/action.ts';
import { VERDICT_REASONS } from '../domain/actions/verdict.ts';
import { VERDICTS } from '../domain/actions/vocabulary.ts';
import { daySchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

const pair = z.object({ before: z.number(), after: z.number() });
/** `of` where something is counted out of a number: insecure answers out of all answers. */
const countSchema = pair.extend({ of: pair.optional() });
/** Whole days: `to` is not in it. */
const daysSchema = z.object({ from: daySchema, to: daySchema });

const stretchSchema = z.object({
  id: idSchema,
  streetId: idSchema,
  nameNl: z.string(),
  nameFr: z.string(),
  metres: z.number(),
  count: countSchema,
});
export type ComparedStretch = z.infer<typeof stretchSchema>;

const differenceSchema = z.object({ estimate: z.number(), low: z.number(), high: z.number() });

/** What was counted of an action's sign on its own stretches, on comparable ones, and on those around. */
export const actionEvidenceSchema = z.object({
  counted: z.enum(SIGN_COUNTS).exclude(['by-hand']),
  before: daysSchema,
  after: daysSchema,
  own: z.array(stretchSchema),
  comparison: z.array(stretchSchema),
  surroundings: z.array(stretchSchema),
  /** Against the comparison, of 95 %; null where too little can be compared. */
  difference: differenceSchema.nullable(),
  /** The same of the surroundings. */
  around: differenceSchema.nullable(),
  /** Changes in how a source counted, within these days: then nothing is compared. */
  breaks: z.array(z.object({ source: z.string(), on: daySchema, note: z.string() })),
});
export type ActionEvidence = z.infer<typeof actionEvidenceSchema>;

export const verdictChoiceSchema = z.object({
  verdict: z.enum(VERDICTS),
  possible: z.boolean(),
  reason: z.enum(VERDICT_REASONS),
});

export const verdictsSchema = z.object({
  share: z.number(),
  choices: z.array(verdictChoiceSchema),
  /** Null where the program cannot count the sign. */
  evidence: actionEvidenceSchema.nullable(),
});
export type VerdictsAnswer = z.infer<typeof verdictsSchema>;

export const actionEvidenceContract = {
  /**
   * Which verdicts are possible and why. `signAfter` is what was counted by hand, and plays no part where the
   * program counts.
   */
  verdicts: operation
    .input(z.object({ id: idSchema, signAfter: z.number().nullable() }))
    .output(verdictsSchema),
};
