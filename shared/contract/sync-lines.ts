import { z } from 'zod';

import { SIDES } from '../domain/operations/conflict-choice.ts';
import { DEEDS } from '../domain/operations/deed.ts';
import { ENTITIES, jsonSchema } from '../domain/operations/operation.ts';
import { OPERATION_STATES, RECORD_STATES } from '../domain/operations/record-state.ts';
import { daySchema, instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';

const count = z.number().int().min(0);

/** What an operation or a row is about, and where it can be looked at. */
export const subjectSchema = z.object({
  /** What it is called or says, as far as this desk has it. */
  text: z.string(),
  streetNameNl: z.string(),
  streetNameFr: z.string(),
  houseNumber: z.string(),
  /** The contact or party to go to; null when there is none on this desk any more. */
  contactId: idSchema.nullable(),
  partyId: idSchema.nullable(),
  /** It belongs to a contact that only some may see, or that is not here to tell: not for a sheet that is passed on. */
  isRestricted: z.boolean(),
});
export type Subject = z.infer<typeof subjectSchema>;

/** One operation of this desk, in words: what was done, on what, when, and where it is. */
export const operationLineSchema = z.object({
  opId: idSchema,
  deviceSeq: z.number().int().min(1),
  entity: z.enum(ENTITIES),
  entityId: idSchema,
  deed: z.enum(DEEDS),
  subject: subjectSchema,
  /** The desk no longer holds what it said, since its officer lost the right to see the record. */
  isTakenAway: z.boolean(),
  madeAt: instantSchema,
  state: z.enum(OPERATION_STATES),
  /** Under this number the centre keeps it; empty as long as it has not answered. */
  receipt: z.string(),
  /** Why the centre did not take it (`RefusalCode`), and the field that speaks of; or empty. */
  code: z.string(),
  field: z.string(),
  /** The centre had set it aside, and took it once somebody who decides on such work had released it. */
  isReleased: z.boolean(),
});
export type OperationLine = z.infer<typeof operationLineSchema>;

/** Where operations are: on this desk alone, sent and not answered, taken; or all of one day. */
export const operationFilterSchema = z.union([
  z.object({ where: z.enum(['only-here', 'under-way', 'received']) }),
  z.object({ day: daySchema }),
]);
export type OperationFilter = z.infer<typeof operationFilterSchema>;

const pageInput = {
  cursor: z.string().max(40).nullable(),
  limit: z.number().int().min(1).max(200),
};

export const operationsInputSchema = z.object({ filter: operationFilterSchema, ...pageInput });
export const operationsPageSchema = z.object({
  rows: z.array(operationLineSchema),
  nextCursor: z.string().nullable(),
});
export type OperationsPage = z.infer<typeof operationsPageSchema>;

/** A field where the centre kept another value than the officer's. */
export const fieldConflictSchema = z.object({
  field: z.string(),
  mine: jsonSchema,
  theirs: jsonSchema,
  /** What the centre said when the officer changed it. */
  base: jsonSchema,
  /** What the record says on this desk now. */
  present: jsonSchema,
  /** Who wrote theirs, and when at their desk; null where the centre does not say. */
  authorName: z.string().nullable(),
  madeAt: instantSchema.nullable(),
});
export type FieldConflict = z.infer<typeof fieldConflictSchema>;

/** An operation that did not end as the officer meant it. */
export const attentionItemSchema = operationLineSchema.extend({
  conflicts: z.array(fieldConflictSchema),
  /** What was typed, so that it can be copied and used again. */
  texts: z.array(z.object({ field: z.string(), text: z.string() })),
  /** What a team lead wrote who refused work that had been set aside, or empty. */
  note: z.string(),
  choices: z.record(z.string(), z.enum(SIDES)).nullable(),
  /** What the ids in the conflicts are called, of those that are known here. */
  names: z.record(idSchema, z.string()),
  settledAt: instantSchema.nullable(),
  /** Whether the record is still on this desk. */
  isHere: z.boolean(),
});
export type AttentionItem = z.infer<typeof attentionItemSchema>;

export const attentionInputSchema = z.object({ settled: z.boolean(), ...pageInput });
export const attentionPageSchema = z.object({
  rows: z.array(attentionItemSchema),
  nextCursor: z.string().nullable(),
});
export type AttentionPage = z.infer<typeof attentionPageSchema>;

export const chooseInputSchema = z.object({
  opId: idSchema,
  choices: z.record(z.string().max(60), z.enum(SIDES)),
});

/** What one pull brought: how many rows by kind, and the first of them. */
export const arrivalSchema = z.object({
  position: z.number().int(),
  arrivedAt: instantSchema,
  counts: z.record(z.string(), count),
  /** Rows that were taken away everywhere. */
  removed: count,
  /** Changes of this desk that had been set aside, and that somebody who decides on such work released. */
  released: count,
  samples: z.array(z.object({ entity: z.enum(ENTITIES), id: idSchema, subject: subjectSchema })),
});
export type Arrival = z.infer<typeof arrivalSchema>;

const areaNameSchema = z.object({ id: idSchema, nameNl: z.string(), nameFr: z.string() });

/** Neighbourhoods that this officer may see from now on, or no longer, as noticed in one pull. */
export const rightsChangeSchema = z.object({
  position: z.number().int(),
  noticedAt: instantSchema,
  gained: z.array(areaNameSchema),
  lost: z.array(areaNameSchema),
  /** Scopes that are no neighbourhood came (went): the register of persons, contacts without a place. */
  gainedOther: z.boolean(),
  lostOther: z.boolean(),
  rowsLeft: count,
  /** What became of the work on those records that the centre had not answered, by where it is now. */
  unsent: z.object({ waiting: count, received: count, quarantined: count, rejected: count }),
});
export type RightsChange = z.infer<typeof rightsChangeSchema>;

export const recordStatesInputSchema = z.object({
  entity: z.enum(ENTITIES),
  ids: z.array(idSchema).max(500),
});
export const recordStandingSchema = z.object({
  id: idSchema,
  state: z.enum(RECORD_STATES),
  receipt: z.string(),
});
export type RecordStandingAnswer = z.infer<typeof recordStandingSchema>;
