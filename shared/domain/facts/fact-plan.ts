import { z } from 'zod';

import { codeSchema } from '../codes/code.ts';
import { FACT_ORIGINS, LONGEST_FACT_TEXT } from './fact.ts';

/** What a column of a file can become. */
export const FACT_FIELDS = [
  'externalId',
  'kind',
  'date',
  'time',
  'year',
  'month',
  'longitude',
  'latitude',
  'x',
  'y',
  'placeText',
  'outcome',
  'origin',
  'amount',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

export const FACT_COORDINATES = ['EPSG:4326', 'EPSG:31370', 'EPSG:3812'] as const;

const MOST_VALUES = 1_000;
const column = z.string().min(1).max(200);
const cell = z.string().max(LONGEST_FACT_TEXT);
const few = (values: object): boolean => Object.keys(values).length <= MOST_VALUES;

/** How to read a file of facts: kept with its source, so that the next file is read in the same way. */
export const factPlanSchema = z.object({
  columns: z.partialRecord(z.enum(FACT_FIELDS), column),
  coordinates: z.enum(FACT_COORDINATES),
  /** What the source calls a kind, and the zone's code for it; null leaves it to `otherKind`. */
  kinds: z.record(cell, codeSchema.nullable()).refine(few),
  /** The code where the source tells no kind or one that `kinds` does not have; null refuses the row. */
  otherKind: codeSchema.nullable(),
  /** What the source calls an origin; null refuses the row, as does a word that is not here. */
  origins: z.record(cell, z.enum(FACT_ORIGINS).nullable()).refine(few),
  /** The origin where the source tells none. */
  origin: z.enum(FACT_ORIGINS),
  /** A time of 00:00 only says that none was recorded: the day is all that is known. */
  midnightIsUnknown: z.boolean(),
  /** How far from its point a fact may be tied to a segment, in metres. */
  reachMetres: z.number().int().min(1).max(500),
});
export type FactPlan = z.infer<typeof factPlanSchema>;

export const DEFAULT_REACH_METRES = 50;
