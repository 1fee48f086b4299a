import { z } from 'zod';

import { actionSchema } from '../domain/actions/action.ts';
import {
  countedStretchSchema,
  keptEvidenceSchema,
  leftOutSchema,
} from '../domain/actions/kept-evidence.ts';
import { SIGN_COUNTS } from '../domain/actions/sign.ts';
import { VERDICT_REASONS } from '../domain/actions/verdict.ts';
import { VERDICTS } from '../domain/actions/vocabulary.ts';
import { daySchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';
import { stretchNumberSchema } from './stretch-number.ts';

/** Names are empty for a stretch that the territory no longer holds. */
const namedSchema = z.object({
  streetId: idSchema.nullable(),
  nameNl: z.string(),
  nameFr: z.string(),
  stretch: stretchNumberSchema,
});
const stretchSchema = countedStretchSchema.extend(namedSchema.shape);
export type ComparedStretch = z.infer<typeof stretchSchema>;

const differenceSchema = z.object({ estimate: z.number(), low: z.number(), high: z.number() });

/** What was counted of an action's sign on its own stretches, on comparable ones, and on those around. */
export const actionEvidenceSchema = keptEvidenceSchema.extend({
  counted: z.enum(SIGN_COUNTS).exclude(['by-hand']),
  /**
   * The baseline that somebody fixed beforehand, from the one day to the other, both included. It stands beside what the
   * program counted itself, on which the verdict rests.
   */
  fixed: z.object({ baseline: z.number(), from: daySchema, to: daySchema }),
  own: z.array(stretchSchema),
  comparison: z.array(stretchSchema),
  surroundings: z.array(stretchSchema),
  /** Stretches that somebody would not have it compared with. */
  leftOut: z.array(leftOutSchema.extend(namedSchema.shape)),
  /** As it was counted when the action was closed. */
  kept: z.boolean(),
  /** Against the comparison, of 95 %; null where too little can be compared. */
  difference: differenceSchema.nullable(),
  /** The same of the surroundings. */
  around: differenceSchema.nullable(),
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

/** In which days, both included, and what of a sign the program is to count. */
export const baselineQuestionSchema = z
  .object({
    id: idSchema,
    counted: z.enum(SIGN_COUNTS).exclude(['by-hand']),
    from: daySchema,
    to: daySchema,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] });
export type BaselineQuestion = z.infer<typeof baselineQuestionSchema>;
export const baselineCountSchema = z.object({
  count: z.number().int(),
  /** On how many stretches. */
  stretches: z.number().int(),
  /** Whether a file of facts covers these days, but for a day in thirty; always so of what is not counted from facts. */
  whole: z.boolean(),
});
export type BaselineCount = z.infer<typeof baselineCountSchema>;

const leftOutInput = z.object({ id: idSchema, leftOut: leftOutSchema });

export const actionEvidenceContract = {
  /**
   * What the program counts in the days of a baseline on the stretches of an action, or of its dossier before it has measures. Null
   * where it cannot count. NOT_FOUND.
   */
  baseline: operation.input(baselineQuestionSchema).output(baselineCountSchema.nullable()),
  /**
   * Which verdicts are possible and why. `signAfter` is what was counted by hand, and plays no part where the
   * program counts.
   */
  verdicts: operation
    .input(z.object({ id: idSchema, signAfter: z.number().nullable() }))
    .output(verdictsSchema),
  /**
   * Has a running action not compared with a stretch, and keeps why. NOT_FOUND; INVALID_FIELD (segmentId: unknown;
   * reason); NOT_NOW (not-active).
   */
  leaveOut: operation.input(leftOutInput).output(actionSchema),
  /** Takes that back. */
  compareAgain: operation.input(leftOutInput).output(actionSchema),
};
