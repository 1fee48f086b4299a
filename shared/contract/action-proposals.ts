import { z } from 'zod';

import { actionSchema, refusalSchema } from '../domain/actions/action.ts';
import { measureFieldsSchema } from '../domain/actions/measure.ts';
import { BASIS_PLACES, PROPOSAL_STANDINGS } from '../domain/actions/propose-measures.ts';
import { WINDOW_PLACES } from '../domain/actions/propose-windows.ts';
import { codeSchema } from '../domain/codes/code.ts';
import { daySchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

/** What proposals rest on. */
const basisSchema = z.object({
  place: z.enum(BASIS_PLACES),
  contacts: z.number().int(),
  facts: z.number().int(),
});

const measureProposalSchema = measureFieldsSchema
  .pick({ type: true, rung: true, minutes: true, timesPerWeek: true, windows: true })
  .extend({
    why: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('helped'),
        helped: z.number().int(),
        ended: z.number().int(),
        lessonId: idSchema,
        learned: z.string(),
        conditions: z.string(),
      }),
      basisSchema.extend({ kind: z.literal('fits') }),
    ]),
    when: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('stands-out'),
        place: z.enum(WINDOW_PLACES),
        inside: z.number().int(),
        signs: z.number().int(),
        own: z.number().int(),
      }),
      z.object({ kind: z.literal('as-said') }),
      z.object({ kind: z.literal('once') }),
      z.object({
        kind: z.literal('even'),
        place: z.enum(WINDOW_PLACES),
        signs: z.number().int(),
      }),
      z.object({ kind: z.literal('not-known') }),
    ]),
    /** Where minutes and times come from. */
    dose: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('helped'), actions: z.number().int() }),
      z.object({ kind: z.literal('visits') }),
      z.object({ kind: z.literal('usual') }),
    ]),
  });
export type ProposedMeasure = z.infer<typeof measureProposalSchema>;

const stretchProposalsSchema = z.object({
  segmentId: idSchema,
  /** Contacts that name the problem, and recorded facts of its kind that police did not find. */
  contacts: z.number().int(),
  facts: z.number().int(),
  standing: z.enum(PROPOSAL_STANDINGS),
  /** Null where too little is known. */
  basis: basisSchema.nullable(),
  proposals: z.array(measureProposalSchema),
  /** Tasks that never helped in as many actions about this problem as could be judged. */
  leftOut: z.array(z.object({ type: codeSchema, ended: z.number().int() })),
  refused: z.array(refusalSchema),
});
export type StretchOfProposals = z.infer<typeof stretchProposalsSchema>;

export const actionProposalsSchema = z.object({
  /** The first day of the months that are counted. */
  since: daySchema,
  /** The stretches of the dossier; none of an action that ended, or whose last day is past. */
  stretches: z.array(stretchProposalsSchema),
});
export type ActionProposals = z.infer<typeof actionProposalsSchema>;

const refusalInput = z.object({ id: idSchema, refusal: refusalSchema });

/** Proposals of measures. Whoever takes one plans it as any other measure. */
export const actionProposalsContract = {
  /** NOT_FOUND (action, dossier). */
  proposals: operation.input(z.object({ id: idSchema })).output(actionProposalsSchema),
  /** NOT_FOUND; INVALID_FIELD (segmentId: unknown; reason). */
  refuseProposal: operation.input(refusalInput).output(actionSchema),
  restoreProposal: operation.input(refusalInput).output(actionSchema),
};
