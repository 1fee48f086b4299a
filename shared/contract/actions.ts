import { z } from 'zod';

import {
  actionFormSchema,
  actionSchema,
  feedbackSchema,
  STARTING_NEEDS,
} from '../domain/actions/action.ts';
import { dealSchema } from '../domain/actions/deal.ts';
import { DOSE_STANDINGS } from '../domain/actions/dose.ts';
import { dossierFormSchema, dossierSchema } from '../domain/actions/dossier.ts';
import { lessonSchema } from '../domain/actions/lesson.ts';
import { meansStepSchema } from '../domain/actions/means.ts';
import {
  deliverySchema,
  LONGEST_STOP,
  measureFieldsSchema,
  measureSchema,
} from '../domain/actions/measure.ts';
import { LONGEST_TITLE, MOST_SEGMENTS, VERDICTS } from '../domain/actions/vocabulary.ts';
import { contactSchema, LONGEST_TEXT } from '../domain/contacts/contact.ts';
import { positionSchema } from '../domain/territory/geometry.ts';
import { placedStreetSchema } from '../domain/territory/placed-street.ts';
import { daySchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { actionDealsContract } from './action-deals.ts';
import { actionEvidenceContract } from './action-evidence.ts';
import { actionMeansContract } from './action-means.ts';
import { actionProposalsContract } from './action-proposals.ts';
import { answerDaysContract } from './answer-days.ts';
import { operation } from './base.ts';
import { changeInput } from './change-input.ts';
import { dossierContactsContract } from './dossier-contacts.ts';
import { dossierFactsContract } from './dossier-facts.ts';
import { dossierListContract } from './dossier-list.ts';
import { stretchNumberSchema } from './stretch-number.ts';
import { stretchPlaceSchema } from './stretch-place.ts';

const text = z.string().max(LONGEST_TEXT);

/** A stretch of a street as people choose it. */
export const segmentChoiceSchema = z.object({
  id: idSchema,
  streetId: idSchema,
  streetNameNl: z.string(),
  streetNameFr: z.string(),
  neighbourhoodId: idSchema.nullable(),
  neighbourhoodNameNl: z.string(),
  neighbourhoodNameFr: z.string(),
  /** Every row that its neighbourhood has had, in one order; empty outside of every one. */
  neighbourhoods: z.array(idSchema),
  lengthMetres: z.number(),
  line: z.array(positionSchema),
  number: stretchNumberSchema,
  /** The row of the territory that says the same of it today; null where there is none any more. */
  today: idSchema.nullable(),
});
export type SegmentChoice = z.infer<typeof segmentChoiceSchema>;

const doseSchema = z.object({
  /** Minutes of the whole plan, of the plan so far as it is due (see `dosesDue`), and delivered. */
  planned: z.number().int(),
  plannedSoFar: z.number().int(),
  delivered: z.number().int(),
  /** Of what was delivered, what counts: see `doseOfAction`. */
  counted: z.number().int(),
  stops: z.number().int(),
});
export type DoseAnswer = z.infer<typeof doseSchema>;

export const plannedMeasureSchema = measureSchema.extend({ dose: doseSchema });
export type PlannedMeasure = z.infer<typeof plannedMeasureSchema>;

export const plannedActionSchema = actionSchema.extend({
  /** Measures that stand, in the order in which they were planned. */
  measures: z.array(plannedMeasureSchema),
  /** Measures that were removed: what was confirmed of them stays. */
  removed: z.array(measureSchema),
  /** The newest first, withdrawn ones too. */
  deliveries: z.array(deliverySchema),
  deals: z.array(dealSchema),
  dose: doseSchema,
  /** What was planned and delivered on each stretch, in the order in which measures name them. */
  stretches: z.array(
    doseSchema.extend({
      segmentId: idSchema,
      /** By the plan so far as it is due. */
      standing: z.enum(DOSE_STANDINGS),
    }),
  ),
  /** Minutes of the plan at the start or of the plan now, whichever is more, and what counts of them, from 0 to 1. */
  owed: z.number().int(),
  share: z.number(),
  /** What keeps it from beginning; empty once it began. */
  missing: z.array(z.enum(STARTING_NEEDS)),
});
export type PlannedAction = z.infer<typeof plannedActionSchema>;

export const dossierPageSchema = z.object({
  dossier: dossierSchema,
  /** Its segments that this desk knows. */
  segments: z.array(segmentChoiceSchema.extend({ place: stretchPlaceSchema })),
  /** Linked contacts that are here, the newest first. */
  contacts: z.array(contactSchema),
  /** The newest first. */
  actions: z.array(plannedActionSchema),
  /** The oldest first. */
  steps: z.array(meansStepSchema),
});
export type DossierPage = z.infer<typeof dossierPageSchema>;

const proposalSchema = actionSchema.extend({ dossierTitle: z.string() });
export type Proposal = z.infer<typeof proposalSchema>;

/** Measures of running actions that somebody may confirm today. */
export const dueMeasureSchema = measureSchema.extend({
  actionTitle: z.string(),
  street: placedStreetSchema,
  stretch: stretchNumberSchema,
  /** Whose measure it is, where the officer at work covers the action; null for one's own and for anybody's. */
  forOfficerId: idSchema.nullable(),
  /** The last day of its action, by which what is done once is to be done. */
  endsOn: daySchema.nullable(),
  /** Stops of this week, Monday to Sunday. */
  stopsThisWeek: z.number().int(),
  /** Stops confirmed for today. */
  stopsToday: z.number().int(),
});
export type DueMeasure = z.infer<typeof dueMeasureSchema>;

const byId = z.object({ id: idSchema });
const newMeasureSchema = measureFieldsSchema
  .omit({ dossierId: true, removed: true, since: true, removedOn: true })
  .extend({ minutes: z.number().int().min(1).max(LONGEST_STOP) });
/** What of a plan may change, and of a measure. */
export const actionChangesSchema = actionFormSchema.partial();
export const measureChangesSchema = newMeasureSchema
  .omit({ actionId: true, segmentId: true, streetId: true })
  .partial();
export const closingSchema = z.object({
  id: idSchema,
  verdict: z.enum(VERDICTS),
  verdictNote: text,
  signAfter: z.number().min(0).max(1_000_000_000).nullable(),
  feedback: feedbackSchema,
  /** What goes into the library, with its conditions; null when nothing was learned that holds elsewhere. */
  lesson: z
    .object({
      id: idSchema,
      learned: z.string().trim().min(1).max(LONGEST_TEXT),
      conditions: z.string().trim().min(1).max(LONGEST_TEXT),
    })
    .nullable(),
});
export type ClosingForm = z.infer<typeof closingSchema>;

/**
 * Dossiers and actions. All throw NOT_FOUND for a row that is not here, INVALID_FIELD for a value that
 * breaks a rule, and NOT_NOW where the row does not stand as it must.
 */
export const actionsContract = {
  ...actionProposalsContract,
  ...actionEvidenceContract,
  ...actionMeansContract,
  ...actionDealsContract,
  ...answerDaysContract,
  ...dossierFactsContract,
  ...dossierContactsContract,
  ...dossierListContract,
  dossier: operation.input(byId).output(dossierPageSchema),
  /** The stretches of a street today, as they follow each other along it. */
  segments: operation.input(z.object({ streetId: idSchema })).output(z.array(segmentChoiceSchema)),
  /**
   * INVALID_FIELD (segments: no-stretch, unknown, another-neighbourhood; contacts: unknown, withdrawn,
   * another-neighbourhood; problem, factKinds: unknown-code).
   */
  openDossier: operation
    .input(z.object({ id: idSchema, form: dossierFormSchema.omit({ neighbourhoodId: true }) }))
    .output(dossierSchema),
  /**
   * Stretches are given whole, in any row of the territory. INVALID_FIELD (segments: as above); STRETCH_IN_USE for one
   * that a measure of an action uses; COUNT_RUNNING (problem, factKinds); CHANGED_MEANWHILE.
   */
  changeDossier: operation
    .input(changeInput(dossierFormSchema.omit({ neighbourhoodId: true }).partial()))
    .output(dossierSchema),

  /** Open proposals with who proposed them; those that wait longest for an answer first. */
  bench: operation.output(z.array(proposalSchema)),
  propose: operation
    .input(z.object({ id: idSchema, dossierId: idSchema, form: actionFormSchema }))
    .output(actionSchema),
  /** CHANGED_MEANWHILE. */
  change: operation.input(changeInput(actionChangesSchema)).output(actionSchema),
  /** Takes an action on: the officer at work owns it from now on; who proposed it stays. */
  adopt: operation.input(byId).output(actionSchema),
  /**
   * A new proposal after an older one, with credit to its authors, in the same dossier or for the segments
   * of another. INVALID_FIELD (differs: missing) when it goes to another dossier or stretch and says not what differs.
   */
  adapt: operation
    .input(
      z.object({
        id: idSchema,
        sourceId: idSchema,
        dossierId: idSchema,
        title: z.string().trim().min(1).max(LONGEST_TITLE),
        differs: text,
        segments: z.array(idSchema).max(MOST_SEGMENTS),
      }),
    )
    .output(actionSchema),
  /** For those who lead. INVALID_FIELD (reason: missing) for a refusal without one; NOT_NOW (not-a-leader). */
  answer: operation
    .input(z.object({ id: idSchema, approve: z.boolean(), reason: text }))
    .output(actionSchema),
  /** NOT_READY says what is missing. */
  start: operation.input(byId).output(actionSchema),
  /** INVALID_FIELD (verdict: not-possible); GROUNDS_LACKING for a heavy step of its ladder. */
  close: operation.input(closingSchema).output(actionSchema),

  /** INVALID_FIELD (rung: off-ladder) for a heavy means that the ladder of a running action does not bear. */
  planMeasure: operation
    .input(z.object({ id: idSchema, fields: newMeasureSchema }))
    .output(measureSchema),
  changeMeasure: operation.input(changeInput(measureChangesSchema)).output(measureSchema),
  /** Takes a measure out of the plan from today on; what was confirmed of it stays and counts. */
  removeMeasure: operation.input(byId).output(measureSchema),
  /** INVALID_FIELD (rung: off-ladder) as for planning it. */
  restoreMeasure: operation.input(byId).output(measureSchema),

  /** Measures of running actions that are the officer's own, nobody's, or of an action that they cover; see `dueAs`. */
  due: operation.output(z.array(dueMeasureSchema)),
  /** NOT_NOW (not-active); INVALID_FIELD (rung: off-ladder; day: in-the-future, before-it-began, before-planned, removed). */
  deliver: operation
    .input(
      z.object({
        id: idSchema,
        measureId: idSchema,
        day: daySchema,
        minutes: z.number().int().min(1).max(LONGEST_STOP),
      }),
    )
    .output(deliverySchema),
  withdrawDelivery: operation.input(byId).output(deliverySchema),

  /** What was learned, the newest first. */
  lessons: operation.output(z.array(lessonSchema)),
};
