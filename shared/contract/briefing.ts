import { z } from 'zod';

import { DEAL_SIDES } from '../domain/actions/deal.ts';
import { shiftPlanSchema, SHIFTS } from '../domain/briefing/shift.ts';
import { codeSchema } from '../domain/codes/code.ts';
import { placedStreetSchema } from '../domain/territory/placed-street.ts';
import { daySchema, instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';
import { stretchNumberSchema } from './stretch-number.ts';
import { stretchPlaceSchema } from './stretch-place.ts';

/** How many days back contacts of a street are counted. */
export const CONTACT_DAYS = 28;
/** How many subjects are named of a street. */
export const MOST_SUBJECTS = 3;

export const briefingQuestionSchema = z.object({
  day: daySchema,
  shift: z.enum(SHIFTS),
  /** In any of its versions; null for everywhere. */
  neighbourhoodId: idSchema.nullable(),
});
export type BriefingQuestion = z.infer<typeof briefingQuestionSchema>;

/** Minutes since midnight of the day; past 1440 it is the next morning. */
const clockSpanSchema = z.object({ from: z.number().int(), to: z.number().int() });

const briefedMeasureSchema = z.object({
  id: idSchema,
  actionId: idSchema,
  dossierId: idSchema,
  /** Of the zone's library of tasks. */
  type: codeSchema,
  stretch: stretchNumberSchema,
  place: stretchPlaceSchema,
  /** Each time. */
  minutes: z.number().int(),
  timesPerWeek: z.number().int(),
  /** Stops confirmed in the week of the day, Monday to Sunday. */
  stopsThisWeek: z.number().int(),
  /** When in the shift it is planned; empty for any time. */
  times: z.array(clockSpanSchema),
  /** The officer who does it; empty for whoever is there. */
  officerName: z.string(),
  /** The partner who does it, with the officer where one is named; else empty. */
  partnerName: z.string(),
});

const reasonSchema = z.object({
  actionId: idSchema,
  dossierId: idSchema,
  actionTitle: z.string(),
  problem: codeSchema.nullable(),
  /** In residents' words. */
  aim: z.string(),
});

/** One street. Counts only: nothing that a resident said, and no name of one. */
export const briefedStreetSchema = placedStreetSchema.extend({
  streetId: idSchema,
  measures: z.array(briefedMeasureSchema),
  /** Why the measures are there, each action once. */
  reasons: z.array(reasonSchema),
  /** Contacts of the last days, without those that are restricted or withdrawn. */
  contacts: z.number().int(),
  subjects: z.array(z.object({ code: codeSchema, count: z.number().int() })),
  /** Parts of the shift in which facts stand out over the last twelve months. */
  hot: z.array(clockSpanSchema),
  promises: z.object({
    /** Due on the day, by who keeps them. */
    due: z.array(z.object({ ownerName: z.string(), count: z.number().int() })),
    overdue: z.number().int(),
  }),
});
export type BriefedStreet = z.infer<typeof briefedStreetSchema>;

export const briefedDealSchema = z.object({
  id: idSchema,
  dossierId: idSchema,
  actionId: idSchema,
  partnerName: z.string(),
  side: z.enum(DEAL_SIDES),
  /** What that side does. */
  what: z.string(),
  dueOn: daySchema,
});
export type BriefedDeal = z.infer<typeof briefedDealSchema>;

export const briefingSchema = z.object({
  hours: clockSpanSchema,
  /** The first day that contacts are counted from. */
  contactsSince: daySchema,
  /** Those with the earliest window first, those at any time last, then by name and neighbourhood. */
  streets: z.array(briefedStreetSchema),
  /** Parts of deals with partners that are due on the day or overdue, the longest overdue first. */
  deals: z.array(briefedDealSchema),
});
export type Briefing = z.infer<typeof briefingSchema>;

export const shiftsSetSchema = z.object({
  begins: shiftPlanSchema,
  /** Who set them, and when; null for the usual ones, which nobody set. */
  set: z.object({ at: instantSchema, byName: z.string() }).nullable(),
});
export type ShiftsSet = z.infer<typeof shiftsSetSchema>;

export const briefingContract = {
  /** What a shift has to do, by street. INVALID_FIELD (shift) for one that the zone does not work by. */
  sheet: operation.input(briefingQuestionSchema).output(briefingSchema),
  /** The shifts that the zone works by. */
  shifts: operation.output(shiftsSetSchema),
  /** For administrators of the zone. NOT_NOW (not-a-leader); INVALID_FIELD (begins and what is in it). */
  setShifts: operation.input(shiftsSetSchema.pick({ begins: true })).output(shiftsSetSchema),
};
