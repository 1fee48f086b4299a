import { z } from 'zod';

import { codeSchema } from '../domain/codes/code.ts';
import { GAP_LEVELS, GAP_ORDERS } from '../domain/gaps/gap-map.ts';
import { GAP_CLASSES } from '../domain/statistics/gap.ts';
import { positionSchema } from '../domain/territory/geometry.ts';
import { ROAD_CLASSES } from '../domain/territory/territory.ts';
import { type Day, daysBetween, daySchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';
import { stretchNumberSchema } from './stretch-number.ts';

/** Rows of the table that are given at once; the file that is exported holds all. */
export const MOST_GAP_ROWS = 200;
/** The longest period that can be asked for, in days: ten years. */
export const LONGEST_GAP_PERIOD = 3_660;

/** What the exported table has, in this order. */
export const GAP_COLUMNS = [
  'name',
  'stretch',
  'area',
  'class',
  'answers',
  'insecure',
  'feltLow',
  'feltHigh',
  'feltSure',
  'facts',
  'policeFacts',
  'metres',
  'perKilometre',
  'recordedLow',
  'recordedHigh',
  'recordedSure',
  'score',
  'hot',
] as const;

/** Whether a period can be asked for: a day to ten years; `to` is not in it. */
export function isGapPeriod(period: { readonly from: Day; readonly to: Day }): boolean {
  const days = daysBetween(period.from, period.to);
  return days > 0 && days <= LONGEST_GAP_PERIOD;
}

export const gapQuestionSchema = z
  .object({
    level: z.enum(GAP_LEVELS),
    /** Whole days: `to` is not in it. */
    from: daySchema,
    to: daySchema,
    /** Kinds of facts; every kind where it is empty. */
    kinds: z.array(codeSchema).max(200),
    /** Only places of this class in the table; all of them for null. */
    class: z.enum(GAP_CLASSES).nullable(),
    /** Only places in this neighbourhood in the table; what they are compared with stays the whole. */
    neighbourhoodId: idSchema.nullable(),
    order: z.enum(GAP_ORDERS),
  })
  .refine(isGapPeriod, { path: ['to'], message: 'a period of a day to ten years' });
export type GapQuestion = z.infer<typeof gapQuestionSchema>;

const intervalSchema = z.object({ low: z.number(), high: z.number() });

const gapRowSchema = z.object({
  id: idSchema,
  nameNl: z.string(),
  nameFr: z.string(),
  /** Its street; null for a neighbourhood. */
  streetId: idSchema.nullable(),
  /** Of a piece of street. */
  stretch: stretchNumberSchema,
  /** The neighbourhood it lies in, or empty. */
  areaNl: z.string(),
  areaFr: z.string(),
  class: z.enum(GAP_CLASSES),
  /** How many answered how safe it feels, and how many of them said often or always unsafe. */
  answers: z.number().int(),
  insecure: z.number().int(),
  /** The share that feels unsafe; null when nobody answered. */
  felt: intervalSchema.nullable(),
  /** Whether the interval lies wholly on one side of the whole. */
  isFeltSure: z.boolean(),
  /** Facts that the public or partners brought to light, and those that police found. */
  facts: z.number().int(),
  policeFacts: z.number().int(),
  metres: z.number(),
  /** Weight of facts per kilometre. */
  perKilometre: z.number(),
  recorded: intervalSchema,
  isRecordedSure: z.boolean(),
  /** Gi*, in standard deviations; null where it cannot be told. */
  score: z.number().nullable(),
  isHot: z.boolean(),
});
export type GapRow = z.infer<typeof gapRowSchema>;

export const gapMapSchema = z.object({
  /** What places are compared with. */
  insecureShare: z.number().nullable(),
  perKilometre: z.number(),
  /** Counted on places of this level. */
  answers: z.number().int(),
  facts: z.number().int(),
  policeFacts: z.number().int(),
  /** Facts of the period that the public or partners brought to light and that lie on no place of this level. */
  elsewhere: z.number().int(),
  /** How many places there are of each class, also outside the filter of the table. */
  classes: z.record(z.enum(GAP_CLASSES), z.number().int()),
  hot: z.number().int(),
  /** Sources that do not cover this period and the one before wholly: then nothing is said of prediction. */
  uncovered: z.array(z.object({ source: z.string(), missing: z.number().int() })),
  /** How well the hot places of the period before foretold this one; null where nothing can be said. */
  prediction: z
    .object({
      places: z.number().int(),
      lengthShare: z.number(),
      hits: z.number().int(),
      total: z.number().int(),
      index: z.number(),
      interval: intervalSchema,
      efficiency: z.number(),
      predicts: z.boolean(),
    })
    .nullable(),
  clustering: z.object({ i: z.number(), p: z.number() }).nullable(),
  /** Changes in how facts were counted, within this period or the one before. */
  breaks: z.array(z.object({ source: z.string(), on: daySchema, note: z.string() })),
  /** The first day from which the weights in force hold; null where every kind weighs the same. */
  weightsSince: daySchema.nullable(),
  /** What is drawn: every place that has a class or is hot. */
  drawn: z.array(
    z.object({
      id: idSchema,
      class: z.enum(GAP_CLASSES),
      /** Both sides are sure, not by chance. */
      isSure: z.boolean(),
      isHot: z.boolean(),
    }),
  ),
  /** The first {@link MOST_GAP_ROWS} rows of the table that have an answer or a fact. */
  rows: z.array(gapRowSchema),
  total: z.number().int(),
});
export type GapMap = z.infer<typeof gapMapSchema>;

export const gapLineSchema = z.object({
  id: idSchema,
  streetId: idSchema,
  roadClass: z.enum(ROAD_CLASSES),
  line: z.array(positionSchema),
});
export type GapLine = z.infer<typeof gapLineSchema>;

/** The words come from the page: the workbench writes no text of its own. */
export const gapExportRequestSchema = z.object({
  question: gapQuestionSchema,
  french: z.boolean(),
  /** What the file is called, without its ending. */
  fileName: z
    .string()
    .regex(/^[\p{Letter}\p{Number} _-]+$/u)
    .max(60),
  /** One for each column, in their order. */
  titles: z.array(z.string().max(200)).length(GAP_COLUMNS.length),
  classes: z.record(z.enum(GAP_CLASSES), z.string().max(100)),
  yes: z.string().max(20),
  no: z.string().max(20),
  /** The filter in words; it is written below the table. */
  about: z.array(z.tuple([z.string().max(200), z.string().max(2_000)])).max(20),
});
export type GapExportRequest = z.infer<typeof gapExportRequestSchema>;

export const gapsContract = {
  /** Feeling against fact in a period, with hot places. */
  map: operation.input(gapQuestionSchema).output(gapMapSchema),
  /** Every piece of street of today, to draw the map with at any zoom. */
  lines: operation.output(z.array(gapLineSchema)),
  /**
   * The whole table as a CSV, ready to be read as a download, in the words of the page.
   */
  exportTable: operation.input(gapExportRequestSchema).output(
    z.object({
      downloadId: idSchema,
      fileName: z.string(),
      /** Bytes. */
      size: z.number().int(),
      rows: z.number().int(),
    }),
  ),
};
