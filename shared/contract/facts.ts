import { eventIterator } from '@orpc/contract';
import { z } from 'zod';

import { codeSchema } from '../domain/codes/code.ts';
import {
  FACT_ORIGINS,
  FACT_TIES,
  LONGEST_SOURCE_NAME,
  methodBreakSchema,
  MOST_BREAKS,
} from '../domain/facts/fact.ts';
import { factPlanSchema } from '../domain/facts/fact-plan.ts';
import { FACT_PRECISIONS } from '../domain/facts/fact-time.ts';
import { monthSchema } from '../domain/facts/missing-months.ts';
import { FACT_REFUSALS } from '../domain/facts/read-fact-row.ts';
import { weightsSchema, weightsVersionSchema } from '../domain/facts/weights.ts';
import { daySchema, instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

/** Rows of one import: a zone of 300,000 people has some 30,000 facts a year. */
export const MOST_FACTS_OF_IMPORT = 500_000;

const sourceFieldsSchema = z.object({
  name: z.string().trim().min(1).max(LONGEST_SOURCE_NAME),
  origin: z.enum(FACT_ORIGINS),
  credit: z.string().trim().max(LONGEST_SOURCE_NAME),
  breaks: z.array(methodBreakSchema).max(MOST_BREAKS),
  /** First days of years that looked like a change of method and were none; left out, they stay. */
  unchanged: z.array(daySchema).max(MOST_BREAKS).optional(),
});
export type FactSourceFields = z.infer<typeof sourceFieldsSchema>;

export const factSourceSchema = sourceFieldsSchema.extend({
  id: idSchema,
  unchanged: z.array(daySchema),
  /** How its last file was read; null before the first. */
  plan: factPlanSchema.nullable(),
});
export type FactSource = z.infer<typeof factSourceSchema>;

const refusedFactSchema = z.object({
  /** The line of the file, the header being 1. */
  row: z.number().int(),
  reason: z.enum(FACT_REFUSALS),
  /** The column at fault, or empty. */
  column: z.string(),
  value: z.string(),
});
export type RefusedFactRow = z.infer<typeof refusedFactSchema>;

export const factCountsSchema = z.object({
  /** Rows of the file; each is one of the four below. */
  read: z.number().int(),
  stored: z.number().int(),
  /** How many facts the stored ones count together, where a row counts several. Null where an older application read it. */
  amount: z.number().int().min(0).nullable().default(null),
  /** The file has the same id before. */
  repeated: z.number().int(),
  /** An earlier import of the source has it. */
  known: z.number().int(),
  refused: z.number().int(),
  /** Of the stored ones, how they lie. */
  ties: z.partialRecord(z.enum(FACT_TIES), z.number().int()),
  /** The first and the last day of the stored ones, without those that are known less exactly than most. */
  days: z.object({ first: daySchema, last: daySchema }).nullable().default(null),
  /** How many of the stored ones each month has; none of a file that knows only years. Null where an older application read it. */
  months: z.record(monthSchema, z.number().int().min(0)).nullable().default(null),
});
export type FactCounts = z.infer<typeof factCountsSchema>;

export const factInspectionSchema = z.object({
  encoding: z.enum(['utf-8', 'windows-1252']),
  delimiter: z.string(),
  rows: z.number().int(),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  /** Where the plan comes from: the source's last file, a form that is known, or names of columns. */
  planFrom: z.enum(['saved', 'police-uk', 'general']),
  plan: factPlanSchema,
});
export type FactInspection = z.infer<typeof factInspectionSchema>;

const importInputSchema = z.object({
  uploadId: idSchema,
  sourceId: idSchema,
  plan: factPlanSchema,
});
export type FactImportInput = z.infer<typeof importInputSchema>;

const factFieldsSchema = z.object({
  externalId: z.string().nullable(),
  kind: codeSchema,
  origin: z.enum(FACT_ORIGINS),
  amount: z.number().int(),
  precision: z.enum(FACT_PRECISIONS),
  firstDay: daySchema,
  occurredAt: instantSchema.nullable(),
  tie: z.enum(FACT_TIES),
  streetNameNl: z.string(),
  streetNameFr: z.string(),
  placeText: z.string().nullable(),
  outcome: z.string().nullable(),
});

export const factPreviewSchema = z.object({
  counts: factCountsSchema,
  /** The first rows as they would be stored. */
  sample: z.array(factFieldsSchema.extend({ row: z.number().int() })),
  refused: z.array(refusedFactSchema),
  /** Of what would be stored, rows without a number: nobody can tell whether they are known already. */
  unnumbered: z.number().int(),
});
export type FactPreview = z.infer<typeof factPreviewSchema>;

export const factImportSchema = z.object({
  id: idSchema,
  sourceId: idSchema,
  sourceName: z.string(),
  fileName: z.string(),
  importedAt: instantSchema,
  /** Empty where the officer is not known at this desk. */
  importedByName: z.string(),
  counts: factCountsSchema,
  /** Facts of it that are on this desk: those of its neighbourhoods. */
  here: z.number().int(),
  undoneAt: instantSchema.nullable(),
});
export type FactImport = z.infer<typeof factImportSchema>;

export const factImportEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    phase: z.enum(['reading', 'comparing', 'writing']),
    done: z.number().int(),
    total: z.number().int(),
  }),
  z.object({ type: z.literal('done'), record: factImportSchema }),
  z.object({ type: z.literal('cancelled') }),
]);
export type FactImportEvent = z.infer<typeof factImportEventSchema>;

const filterSchema = z.object({
  from: daySchema.nullable(),
  /** Not in it. */
  to: daySchema.nullable(),
  sourceId: idSchema.nullable(),
  kind: codeSchema.nullable(),
  origin: z.enum(FACT_ORIGINS).nullable(),
  tie: z.enum(FACT_TIES).nullable(),
  /** A street in whichever of its versions. */
  streetId: idSchema.nullable(),
});
export type FactFilter = z.infer<typeof filterSchema>;

const cursorSchema = z.object({ firstDay: daySchema, rowId: z.number().int() });
export type FactCursor = z.infer<typeof cursorSchema>;

export const listedFactSchema = factFieldsSchema.extend({
  /** The same on every desk. */
  id: idSchema,
  rowId: z.number().int(),
  sourceName: z.string(),
  neighbourhoodNameNl: z.string(),
  neighbourhoodNameFr: z.string(),
});
export type ListedFact = z.infer<typeof listedFactSchema>;

export const factPageSchema = z.object({
  facts: z.array(listedFactSchema),
  next: cursorSchema.nullable(),
  /** Facts of the filter, as many as each row stands for. */
  total: z.number().int(),
  byTie: z.partialRecord(z.enum(FACT_TIES), z.number().int()),
});
export type FactPage = z.infer<typeof factPageSchema>;

export const sourceYearsSchema = z.object({
  years: z.array(
    z.object({
      year: z.number().int(),
      amount: z.number().int(),
      /** Places that its facts name or lie at. */
      places: z.number().int(),
      /** Whether the year is over, and the files of the source cover all of it. */
      isWhole: z.boolean(),
    }),
  ),
  /** Months that its files lack though others have many facts: taken as not covered. */
  missing: z.array(monthSchema),
  /** The first and the last of the whole years that trend and suspects are told of; null without one. */
  told: z.object({ first: z.number().int(), last: z.number().int() }).nullable(),
  /** Of the whole years alone. */
  trend: z.discriminatedUnion('kind', [
    /** How a year relates to the one before: 1.02 is 2 % more. */
    z.object({
      kind: z.literal('trend'),
      factor: z.number(),
      interval: z.object({ low: z.number(), high: z.number() }),
    }),
    z.object({ kind: z.literal('method-break'), breaks: z.array(methodBreakSchema) }),
    /** A year looks like a change of method, and nobody has said whether it was one. */
    z.object({ kind: z.literal('suspected') }),
    z.object({ kind: z.literal('too-few') }),
  ]),
  /** First days of years in which places and counts rose together, of which nobody has said whether the method changed. */
  suspects: z.array(daySchema),
});
export type SourceYears = z.infer<typeof sourceYearsSchema>;

export const signedWeightsSchema = weightsVersionSchema.extend({
  setByName: z.string(),
  /** The centre did not take it from this desk: it is not in force, whatever its days. */
  isSetAside: z.boolean(),
});
export type SignedWeights = z.infer<typeof signedWeightsSchema>;

const rankedSchema = z.object({ rank: z.number().int(), score: z.number() });
export const movedStreetSchema = z.object({
  streetId: idSchema,
  nameNl: z.string(),
  nameFr: z.string(),
  /** The neighbourhood of its longest stretch, which tells streets of one name apart; or empty. */
  areaNl: z.string(),
  areaFr: z.string(),
  before: rankedSchema,
  after: rankedSchema,
  rises: z.number().int(),
  reported: z.number().int(),
  foundByPolice: z.number().int(),
});
export type MovedStreet = z.infer<typeof movedStreetSchema>;

export const rankedDaysSchema = z.object({
  /**
   * The last twelve months of which facts lie on streets, without what police found; `to` is not in them. Null where
   * there are none.
   */
  days: z.object({ from: daySchema, to: daySchema }).nullable(),
  /** Whether there are facts anywhere. */
  hasFacts: z.boolean(),
});
export type RankedDays = z.infer<typeof rankedDaysSchema>;

export const factsContract = {
  sources: operation.output(z.array(factSourceSchema)),
  /** Adds a source (no id), or changes one. For those who lead: NOT_NOW (not-a-leader). */
  saveSource: operation
    .input(z.object({ id: idSchema.nullable(), fields: sourceFieldsSchema }))
    .output(factSourceSchema),
  /** What each year brought, its trend or why it has none, and years that look like a new method. */
  sourceYears: operation.input(z.object({ sourceId: idSchema })).output(sourceYearsSchema),
  inspect: operation
    .input(z.object({ uploadId: idSchema, sourceId: idSchema.nullable() }))
    .output(factInspectionSchema),
  /** The different values of a column, the most frequent first, with what they might be. */
  values: operation.input(z.object({ uploadId: idSchema, column: z.string() })).output(
    z.object({
      values: z.array(
        z.object({
          value: z.string(),
          rows: z.number().int(),
          kind: codeSchema.nullable(),
          origin: z.enum(FACT_ORIGINS).nullable(),
        }),
      ),
      more: z.boolean(),
    }),
  ),
  /** Reads the whole file as the import would; stores nothing. */
  preview: operation.input(importInputSchema).output(factPreviewSchema),
  /** Stores all or nothing, telling how far it is. Breaking off the iterator cancels. NOT_NOW (not-a-leader). */
  run: operation.input(importInputSchema).output(eventIterator(factImportEventSchema)),
  imports: operation.output(z.array(factImportSchema)),
  /** Rows that were not stored; only the desk that imported knows them. */
  report: operation
    .input(z.object({ importId: idSchema, offset: z.number().int().min(0) }))
    .output(z.object({ refused: z.array(refusedFactSchema), total: z.number().int() })),
  /** Both ways are for those who lead: NOT_NOW (not-a-leader). */
  undo: operation.input(z.object({ importId: idSchema })).output(factImportSchema),
  redo: operation.input(z.object({ importId: idSchema })).output(factImportSchema),
  /** The newest first. `next` is null at the end. */
  list: operation
    .input(z.object({ filter: filterSchema, after: cursorSchema.nullable() }))
    .output(factPageSchema),
  weights: operation.output(z.array(signedWeightsSchema)),
  /** For administrators of the zone: NOT_NOW (not-a-leader). */
  setWeights: operation
    .input(weightsVersionSchema.pick({ validFrom: true, note: true, weights: true }))
    .output(signedWeightsSchema),
  /** The days that weights are compared over. */
  rankedDays: operation.output(rankedDaysSchema),
  /**
   * What changes in the ranking of streets if these weights take the place of a version (null: every kind
   * weighs one).
   */
  compareWeights: operation
    .input(
      z.object({
        from: daySchema,
        to: daySchema,
        againstId: idSchema.nullable(),
        weights: weightsSchema,
      }),
    )
    .output(z.array(movedStreetSchema)),
};
