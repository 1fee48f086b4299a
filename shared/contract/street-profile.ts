import { z } from 'zod';

import { ACTION_STATES } from '../domain/actions/action.ts';
import { VERDICTS } from '../domain/actions/vocabulary.ts';
import { codeSchema } from '../domain/codes/code.ts';
import { PARTNER_KINDS } from '../domain/people/people.ts';
import { GAP_CLASSES } from '../domain/statistics/gap.ts';
import { daySchema, instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { isGapPeriod } from './gaps.ts';
import { stretchNumberSchema } from './stretch-number.ts';

export const MOST_NEEDS = 8;
export const MOST_ORGANISATIONS = 10;
export const MOST_ACTIONS = 10;

const intervalSchema = z.object({ low: z.number(), high: z.number() });

const periodSchema = z.object({ from: daySchema, to: daySchema });

const trendSchema = z.discriminatedUnion('kind', [
  /** How a quarter relates to the one before: 1.02 is 2 % more. */
  z.object({ kind: z.literal('trend'), factor: z.number(), interval: intervalSchema }),
  /** The way of counting changed: what rose may be the counting. */
  z.object({ kind: z.literal('break') }),
  /** It looks so, and nobody has said whether it did. */
  z.object({
    kind: z.literal('suspected'),
    suspected: z.array(z.object({ source: z.string(), years: z.array(z.number().int()) })),
  }),
  z.object({ kind: z.literal('too-few') }),
]);

const pieceSchema = z.object({
  id: idSchema,
  number: stretchNumberSchema,
  metres: z.number(),
  class: z.enum(GAP_CLASSES),
  answers: z.number().int(),
  insecure: z.number().int(),
  facts: z.number().int(),
  policeFacts: z.number().int(),
  isHot: z.boolean(),
});

export const streetProfileSchema = z.object({
  /** The piece that all of it is of, by its id of today; null for the whole street. */
  segmentId: idSchema.nullable(),
  /** Whether the centre gives this desk what happened here; elsewhere it holds at most what its own officer wrote. */
  isHeld: z.boolean(),
  /** Needs in the residents' words, the newest first, without what is restricted. */
  needs: z.array(z.object({ contactId: idSchema, occurredAt: instantSchema, need: z.string() })),
  /** Organisations that contacts of the counted months name, those named most first. */
  organisations: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      /** What it is in the neighbourhood: a school, a shop; null where nobody said. */
      role: codeSchema.nullable(),
      contacts: z.number().int(),
    }),
  ),
  /** Partners with a measure here, or with a deal of an action that has one here. */
  partners: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      kind: z.enum(PARTNER_KINDS),
      /** Measures here that it does, alone or with an officer. */
      measures: z.number().int(),
      /** Deals of actions with a measure here. */
      deals: z.number().int(),
      /** Of these: of which its part is not done yet. */
      openDeals: z.number().int(),
    }),
  ),
  /** Actions with a measure here, the newest first, with their verdict once they are closed. */
  actions: z.array(
    z.object({
      id: idSchema,
      dossierId: idSchema,
      title: z.string(),
      /** The tasks that were planned here. */
      types: z.array(codeSchema),
      learned: z.string(),
      state: z.enum(ACTION_STATES),
      /** Its last day, or the day on which it was closed before that. */
      endsOn: daySchema.nullable(),
      verdict: z.enum(VERDICTS).nullable(),
    }),
  ),
  /** The first day that organisations are counted from. */
  countedSince: daySchema,
  /** The days that feeling, kinds, hours and pieces are counted over; `to` is not in it. */
  counted: periodSchema,
  /** How safe it feels in the counted days; null when nobody was asked. */
  felt: z
    .object({ answers: z.number().int(), insecure: z.number().int(), interval: intervalSchema })
    .nullable(),
  /** By kind, the most frequent first: brought to light by the public or partners, and found by police. */
  kinds: z.array(z.object({ code: codeSchema, count: z.number().int(), police: z.number().int() })),
  /** By quarter, the oldest first; the last one holds the last of the counted days. */
  quarters: z.array(
    z.object({
      from: daySchema,
      to: daySchema,
      count: z.number().int(),
      police: z.number().int(),
      /** Of `count`. */
      interval: intervalSchema,
      /** How much of the quarter the files of all sources with facts here cover. */
      coverage: z.enum(['whole', 'part', 'none']),
    }),
  ),
  /** Of what the public and partners brought to light. */
  trend: trendSchema,
  /**
   * The days that it is told of: quarters that the files of its sources cover wholly. Sources with facts here that do
   * not are left out of it. Null where no quarter is covered.
   */
  trendOver: z.object({ from: daySchema, to: daySchema, leftOut: z.array(z.string()) }).nullable(),
  /** Changes in how facts were counted, within the quarters. */
  breaks: z.array(z.object({ source: z.string(), on: daySchema, note: z.string() })),
  /** By parts of four hours, Monday first, in the counted days; whoever brought them to light but police. */
  week: z.array(
    z.object({
      day: z.number().int(),
      from: z.number().int(),
      count: z.number().int(),
      interval: intervalSchema,
      standsOut: z.boolean(),
    }),
  ),
  /** The same by hour of the week, Monday 00:00 first. */
  weekHours: z.array(z.number().int()).length(168),
  /** Facts of the counted days whose hour is not known. */
  withoutHour: z.number().int(),
  /** Pieces of the street as they follow each other along it, in the counted days, as the map of feeling and facts has them. */
  pieces: z.array(pieceSchema),
});
export type StreetProfile = z.infer<typeof streetProfileSchema>;

export const streetProfileQuestionSchema = z.object({
  id: idSchema,
  /** A piece of the street, by the id of any version; null for the whole, as is one that the street does not have. */
  segmentId: idSchema.nullable(),
  /** The days to count over; null for the last twelve months. */
  period: periodSchema
    .refine(isGapPeriod, { path: ['to'], message: 'a period of a day to ten years' })
    .nullable(),
});
export type StreetProfileQuestion = z.infer<typeof streetProfileQuestionSchema>;
