import type { z } from 'zod';

import { dayOf } from '../../lib/dates.ts';
import type { EntityRules, FieldPolicy, FieldRule } from '../operations/entity-rules.ts';
import { actionFieldsSchema, AS_PROPOSED } from './action.ts';
import { inconsistentAction, lockedOfAction, onlyFrom } from './action-rules.ts';
import { DOSSIER_STAYS } from './count-stays.ts';
import { dealFieldsSchema, inconsistentDeal } from './deal.ts';
import { refuseDose } from './dose-rules.ts';
import { dossierFieldsSchema } from './dossier.ts';
import {
  inconsistentStep,
  MEASURE_ON_LADDER,
  refuseClosing,
  refuseCompletion,
  refuseObjection,
  refuseReview,
  refuseRevision,
  refuseSecondEyes,
  refuseStart,
  refuseWithdrawal,
  setsOfCompletion,
  setsOfObjection,
  setsOfReview,
  setsOfRevision,
  setsOfWithdrawal,
} from './ladder-rules.ts';
import { lessonFieldsSchema } from './lesson.ts';
import { AS_NOTED, GROUNDS, meansStepFieldsSchema, REASONS } from './means.ts';
import { deliveryFieldsSchema, measureFieldsSchema } from './measure.ts';
import { implausibleStop } from './plausible.ts';

/** The kinds of rows that a dossier is made of, each after those it refers to. */
export const CASEWORK = [
  'dossier',
  'action',
  'measure',
  'delivery',
  'means-step',
  'deal',
  'lesson',
] as const;
export type Casework = (typeof CASEWORK)[number];

/** A rule for each field of a schema: conflicts surface unless a policy says otherwise. */
function fieldsOf<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  policies: Partial<Readonly<Record<keyof Shape & string, FieldPolicy>>>,
): Readonly<Record<string, FieldRule>> {
  const known: Readonly<Partial<Record<string, FieldPolicy>>> = policies;
  return Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => [
      name,
      { schema: field as z.ZodType, policy: known[name] ?? 'surface' },
    ]),
  );
}

/** Every field `fixed` but those that `policies` name. */
function fixedBut<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  policies: Partial<Readonly<Record<keyof Shape & string, FieldPolicy>>>,
): Readonly<Record<string, FieldRule>> {
  const fixed = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, 'fixed']));
  return fieldsOf(schema, { ...(fixed as typeof policies), ...policies });
}

const ON_DOSSIER = { kind: 'parent', entity: 'dossier', field: 'dossierId' } as const;

const SCOPE = { writers: 'scope', references: {} } as const;

/** What centre and desk know of dossiers and what hangs on them; see `EntityRules`. */
export const CASEWORK_RULES: Readonly<Record<Casework, EntityRules>> = {
  dossier: {
    ...SCOPE,
    fields: fieldsOf(dossierFieldsSchema, {
      authorId: 'fixed',
      openedAt: 'fixed',
      neighbourhoodId: 'arrival',
      problem: 'arrival',
      factKinds: 'arrival',
      reviewOn: 'arrival',
      segments: 'set',
      affected: 'set',
      contacts: 'set',
      facts: 'set',
      state: 'arrival',
    }),
    commands: { openDossier: { does: 'create' } },
    signed: ({ authorId, madeAt }) => ({ authorId, openedAt: madeAt }),
    beside: DOSSIER_STAYS,
    placement: { kind: 'neighbourhood', field: 'neighbourhoodId', author: 'authorId' },
    references: { authorId: 'officer', neighbourhoodId: 'area' },
  },
  action: {
    ...SCOPE,
    fields: fieldsOf(actionFieldsSchema, {
      dossierId: 'fixed',
      proposedBy: 'fixed',
      proposedAt: 'fixed',
      answerBy: 'fixed',
      basedOn: 'fixed',
      credits: 'fixed',
      differs: 'fixed',
      ownerId: 'arrival',
      coverId: 'arrival',
      refusals: 'set',
      leftOut: 'set',
    }),
    commands: {
      proposeAction: { does: 'create', sets: () => AS_PROPOSED },
      adoptAction: {
        does: 'patch',
        takes: ['ownerId'],
        refuse: ({ state }) =>
          state === 'closed' || state === 'refused' ? 'already-closed' : undefined,
      },
      approveAction: {
        does: 'patch',
        takes: ['answerReason'],
        by: 'leaders',
        sets: ({ authorId, madeAt }) => ({
          state: 'approved',
          answeredBy: authorId,
          answeredAt: madeAt,
        }),
        refuse: onlyFrom('proposed'),
      },
      refuseAction: {
        does: 'patch',
        takes: ['answerReason'],
        by: 'leaders',
        sets: ({ authorId, madeAt }) => ({
          state: 'refused',
          answeredBy: authorId,
          answeredAt: madeAt,
        }),
        refuse: onlyFrom('proposed'),
      },
      startAction: {
        does: 'patch',
        takes: ['plannedMinutes', 'plannedAtStart'],
        sets: ({ madeAt }) => ({ state: 'active', startedAt: madeAt }),
        refuse: onlyFrom('approved'),
        refuseBeside: refuseStart,
      },
      closeAction: {
        does: 'patch',
        takes: [
          'verdict',
          'verdictNote',
          'doseShare',
          'signAfter',
          'evidence',
          'feedback',
          'learned',
        ],
        sets: ({ authorId, madeAt }) => ({ state: 'closed', closedBy: authorId, closedAt: madeAt }),
        refuse: onlyFrom('active'),
        refuseBeside: (id, beside, after) =>
          refuseClosing(id, beside) ?? refuseDose(id, beside, after),
      },
    },
    signed: ({ authorId, madeAt }) => ({ proposedBy: authorId, proposedAt: madeAt }),
    locked: lockedOfAction,
    leaderFields: ['answeredBy'],
    inconsistent: inconsistentAction,
    placement: ON_DOSSIER,
    references: { dossierId: 'dossier', proposedBy: 'officer', ownerId: 'officer' },
  },
  measure: {
    ...SCOPE,
    fields: fieldsOf(measureFieldsSchema, {
      dossierId: 'fixed',
      actionId: 'fixed',
      segmentId: 'fixed',
      streetId: 'fixed',
      officerId: 'arrival',
      partnerId: 'arrival',
      removed: 'arrival',
      since: 'fixed',
      removedOn: 'arrival',
    }),
    commands: {
      planMeasure: { does: 'create' },
      removeMeasure: {
        does: 'patch',
        takes: [],
        // Removed twice, the first day stands.
        sets: ({ madeAt }, row) =>
          row['removed'] === true ? {} : { removed: true, removedOn: dayOf(madeAt) },
      },
      restoreMeasure: {
        does: 'patch',
        takes: [],
        sets: () => ({ removed: false, removedOn: null }),
      },
    },
    signed: ({ madeAt }) => ({ since: dayOf(madeAt) }),
    locked: () => ['removedOn'],
    inconsistent: implausibleStop,
    beside: MEASURE_ON_LADDER,
    placement: ON_DOSSIER,
    references: { dossierId: 'dossier', actionId: 'action', streetId: 'street' },
  },
  delivery: {
    ...SCOPE,
    fields: fixedBut(deliveryFieldsSchema, { withdrawn: 'arrival' }),
    commands: {
      confirmDelivery: { does: 'create', sets: () => ({ withdrawn: false }) },
      withdrawDelivery: { does: 'patch', takes: [], sets: () => ({ withdrawn: true }) },
    },
    inconsistent: implausibleStop,
    placement: ON_DOSSIER,
    references: { dossierId: 'dossier', actionId: 'action', measureId: 'measure' },
  },
  'means-step': {
    ...SCOPE,
    fields: fixedBut(meansStepFieldsSchema, {
      secondBy: 'surface',
      secondAt: 'surface',
      reviewedBy: 'surface',
      reviewedAt: 'surface',
      reviewNote: 'surface',
      reviewedTooEarly: 'surface',
      legalGround: 'surface',
      necessity: 'surface',
      proportionality: 'surface',
      decidedBy: 'surface',
      completions: 'append',
      provisionalReviews: 'append',
      objections: 'append',
      revisions: 'append',
      withdrawnBy: 'surface',
      withdrawnAt: 'surface',
    }),
    commands: {
      noteStep: { does: 'create', sets: () => AS_NOTED },
      confirmStep: {
        does: 'patch',
        takes: ['revisionsSeen'],
        leavesOut: ['revisionsSeen'],
        sets: ({ authorId, madeAt }) => ({ secondBy: authorId, secondAt: madeAt }),
        refuse: refuseSecondEyes,
      },
      objectToStep: {
        does: 'patch',
        takes: ['reason', 'revisionsSeen'],
        leavesOut: ['reason', 'revisionsSeen'],
        sets: setsOfObjection,
        refuse: refuseObjection,
      },
      reviseStep: {
        does: 'patch',
        takes: [...REASONS, 'revisionsSeen'],
        leavesOut: ['revisionsSeen'],
        by: 'leaders',
        orBy: ['authorId', 'decidedBy'],
        sets: setsOfRevision,
        refuse: refuseRevision,
      },
      withdrawStep: {
        does: 'patch',
        takes: [],
        by: 'leaders',
        orBy: ['authorId', 'decidedBy'],
        sets: setsOfWithdrawal,
        refuse: refuseWithdrawal,
      },
      reviewStep: {
        does: 'patch',
        takes: ['reviewNote'],
        by: 'leaders',
        sets: setsOfReview,
        refuse: refuseReview,
      },
      completeStep: {
        does: 'patch',
        takes: GROUNDS,
        by: 'leaders',
        orBy: ['authorId', 'decidedBy'],
        sets: setsOfCompletion,
        refuse: refuseCompletion,
      },
    },
    signed: ({ authorId, madeAt }) => ({ authorId, notedAt: madeAt }),
    locked: () => [...Object.keys(AS_NOTED), ...GROUNDS],
    leaderFields: ['reviewedBy'],
    inconsistent: inconsistentStep,
    placement: ON_DOSSIER,
    references: { dossierId: 'dossier', authorId: 'officer' },
  },
  deal: {
    ...SCOPE,
    fields: fieldsOf(dealFieldsSchema, {
      dossierId: 'fixed',
      actionId: 'fixed',
      partnerId: 'fixed',
      authorId: 'fixed',
      withdrawn: 'arrival',
      madeOn: 'fixed',
    }),
    commands: { makeDeal: { does: 'create' } },
    signed: ({ authorId, madeAt }) => ({ authorId, madeOn: dayOf(madeAt) }),
    inconsistent: inconsistentDeal,
    placement: ON_DOSSIER,
    references: { dossierId: 'dossier', actionId: 'action', partnerId: 'partner' },
  },
  lesson: {
    ...SCOPE,
    fields: fixedBut(lessonFieldsSchema, { learned: 'surface', conditions: 'surface' }),
    commands: { shareLesson: { does: 'create' } },
    signed: ({ authorId }) => ({ authorId }),
    placement: { kind: 'reference' },
    references: { authorId: 'officer' },
  },
};
