import { z } from 'zod';

import { meansStepFieldsSchema, meansStepSchema } from '../domain/actions/means.ts';
import { MEANS } from '../domain/actions/vocabulary.ts';
import { LONGEST_TEXT } from '../domain/contacts/contact.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

const byId = z.object({ id: idSchema });
const stepFormSchema = meansStepFieldsSchema.pick({
  dossierId: true,
  actionId: true,
  means: true,
  kind: true,
  note: true,
  legalGround: true,
  necessity: true,
  proportionality: true,
  decidedBy: true,
  urgent: true,
});
export type StepForm = z.infer<typeof stepFormSchema>;
const untakenStepSchema = meansStepFieldsSchema
  .pick({ means: true, note: true })
  .extend({ id: idSchema, kind: z.enum(['tried', 'not-tried']) });
export type UntakenStep = z.infer<typeof untakenStepSchema>;
const groundsFormSchema = meansStepFieldsSchema
  .pick({ legalGround: true, necessity: true, proportionality: true })
  .partial();
export type GroundsForm = z.infer<typeof groundsFormSchema>;
/** A look at a step, at its reasons after so many revisions. */
const lookSchema = byId.extend({ revisionsSeen: z.number().int().min(0).default(0) });
const waitingStepSchema = meansStepSchema.extend({ dossierTitle: z.string() });
export type WaitingStep = z.infer<typeof waitingStepSchema>;

/** The ladder of means. */
export const actionMeansContract = {
  /** INVALID_FIELD (means: lighter-unsaid) unless it is urgent. */
  noteStep: operation
    .input(z.object({ id: idSchema, form: stepFormSchema }))
    .output(meansStepSchema),
  /** Says of several means what became of them: all of it, or nothing. */
  noteUntaken: operation
    .input(
      z.object({
        dossierId: idSchema,
        steps: z.array(untakenStepSchema).min(1).max(MEANS.length),
      }),
    )
    .output(z.array(meansStepSchema)),
  /**
   * The second pair of eyes. NOT_NOW (same-person) for who decided or noted it, or gave it other reasons; (wrong-state)
   * where somebody does not agree, or it has other reasons than those seen.
   */
  confirmStep: operation.input(lookSchema).output(meansStepSchema),
  /** The second pair of eyes does not agree. INVALID_FIELD (reason: missing); NOT_NOW as for `confirmStep`. */
  objectToStep: operation
    .input(lookSchema.extend({ reason: z.string().max(LONGEST_TEXT) }))
    .output(meansStepSchema),
  /**
   * Other reasons for a step that somebody does not agree with: it waits for a second pair of eyes again. For who noted
   * it, who decided, and those who lead. INVALID_FIELD (the reason: missing); NOT_NOW (not-your-step; wrong-state, also
   * where nothing changes).
   */
  reviseStep: operation
    .input(lookSchema.extend({ reasons: groundsFormSchema }))
    .output(meansStepSchema),
  /** It is not taken after all: possible as long as nobody else agreed. For whom `reviseStep` is. NOT_NOW alike. */
  withdrawStep: operation.input(byId).output(meansStepSchema),
  /** Steps that the officer at work noted or decided on, and somebody does not agree with. */
  objectedSteps: operation.output(z.array(waitingStepSchema)),
  /** For those who lead. NOT_NOW (not-a-leader; same-person for who decided or noted it). */
  reviewStep: operation
    .input(z.object({ id: idSchema, note: z.string().trim().min(1).max(LONGEST_TEXT) }))
    .output(meansStepSchema),
  /**
   * Fills in grounds that an urgent step was noted without; what it says already stays. For who noted it, who decided,
   * and those who lead. INVALID_FIELD (the ground: immutable, missing); NOT_NOW (not-your-step; wrong-state).
   */
  completeStep: operation
    .input(z.object({ id: idSchema, grounds: groundsFormSchema }))
    .output(meansStepSchema),
  /** How many heavy steps wait for a second pair of eyes, and how many of them the officer at work may look at. */
  waitingEyes: operation.output(z.object({ waiting: z.number().int(), yours: z.number().int() })),
  /**
   * Heavy steps that wait for a second pair of eyes, or that those do not agree with; urgent ones that wait for a review or for their grounds; and how
   * often each means was tried, taken or planned as a measure in each neighbourhood.
   */
  means: operation.output(
    z.object({
      toSee: z.array(waitingStepSchema),
      toReview: z.array(waitingStepSchema),
      mixes: z.array(
        z.object({
          /** Null for dossiers without one. */
          neighbourhoodId: idSchema.nullable(),
          neighbourhoodNameNl: z.string(),
          neighbourhoodNameFr: z.string(),
          mix: z.array(z.object({ means: z.enum(MEANS), count: z.number().int() })),
        }),
      ),
    }),
  ),
};
