import { z } from 'zod';

import { addDays, type Day, daysBetween, daySchema } from '../../lib/dates.ts';
import { idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';
import { LONGEST_TEXT } from '../contacts/contact.ts';
import { timeWindowsSchema } from './time-window.ts';
import { MEANS } from './vocabulary.ts';

/** Minutes of one stop: a visit is some 10 to 15, and nobody stands anywhere for more than a working day. */
export const LONGEST_STOP = 480;
/** Rows from before that was asked for stay to be read. */
const LONGEST_READ = 600;
export const MOST_TIMES = 50;
/** Times a week of a measure that is done once in all, by the last day of its action. */
export const ONCE = 0;

/** What is done on one segment of a street, and how much of it, without its id. */
export const measureFieldsSchema = z.object({
  dossierId: idSchema,
  actionId: idSchema,
  segmentId: idSchema,
  streetId: idSchema,
  /** Of the zone's library of tasks. */
  type: codeSchema,
  /** The step of the ladder that it is. */
  rung: z.enum(MEANS),
  /** Minutes each time. */
  minutes: z.number().int().min(1).max(LONGEST_READ),
  /** Or {@link ONCE}. */
  timesPerWeek: z.number().int().min(ONCE).max(MOST_TIMES),
  windows: timeWindowsSchema,
  officerId: idSchema.nullable(),
  partnerId: idSchema.nullable(),
  note: z.string().max(LONGEST_TEXT),
  removed: z.boolean(),
  /** The day on which it was planned; null in rows from before it was kept. */
  since: daySchema.nullable().default(null),
  /** The day on which it was removed, as long as it is; null too where a row from before does not say. */
  removedOn: daySchema.nullable().default(null),
});
export type MeasureFields = z.infer<typeof measureFieldsSchema>;
export const measureSchema = measureFieldsSchema.extend({ id: idSchema });
export type Measure = z.infer<typeof measureSchema>;

/**
 * Whether it asks for time of the team: not what a partner does alone. Together with a partner it does, of the officer
 * who is named.
 */
export function isOurs({
  officerId,
  partnerId,
}: Pick<MeasureFields, 'officerId' | 'partnerId'>): boolean {
  return officerId !== null || partnerId === null;
}

/**
 * That somebody did a measure on a day, and for how long. It says neither who nor at what time nor at
 * which point: delivery is measured, people are not followed.
 */
export const deliveryFieldsSchema = z.object({
  dossierId: idSchema,
  actionId: idSchema,
  measureId: idSchema,
  segmentId: idSchema,
  day: daySchema,
  minutes: z.number().int().min(1).max(LONGEST_READ),
  withdrawn: z.boolean(),
});
export const deliverySchema = deliveryFieldsSchema.extend({ id: idSchema });
export type Delivery = z.infer<typeof deliverySchema>;

/** Days that both belong to it. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Days of a period, both ends counted; 0 when it ends before it begins. */
export function daysIn({ from, to }: Period): number {
  return Math.max(0, daysBetween(from, to) + 1);
}

/** Of a measure: what one stop takes, and how often a week asks for one. */
type StopsPlanned = Pick<Measure, 'minutes' | 'timesPerWeek'>;

/**
 * Whole stops that a measure asks for from the first day of its plan until a day, which belongs to it: so many a week,
 * a part of a week by its days, rounded to the nearest whole number (sevenths are never halves). Every seven days of
 * the plan therefore ask for exactly `timesPerWeek`, and what one day after another asks for adds up to the whole
 * plan. A plan of few days still asks for one stop, by its last day. What is done once is one stop, from the first
 * day on.
 */
export function stopsUntil(
  { timesPerWeek }: Pick<Measure, 'timesPerWeek'>,
  plan: Period,
  until: Day,
): number {
  const isWhole = until >= plan.to;
  const days = daysIn(isWhole ? plan : { from: plan.from, to: until });
  if (days === 0) return 0;
  if (timesPerWeek === ONCE) return 1;
  const stops = Math.round((timesPerWeek * days) / 7);
  return isWhole ? Math.max(1, stops) : stops;
}

/** Minutes of the whole stops that a measure asks for until a day, which belongs to it: see {@link stopsUntil}. */
export function minutesUntil(measure: StopsPlanned, plan: Period, until: Day): number {
  return measure.minutes * stopsUntil(measure, plan, until);
}

/** Minutes that a measure asks for over its whole plan: whole stops, see {@link stopsUntil}. */
export function plannedMinutes(measure: StopsPlanned, plan: Period): number {
  return minutesUntil(measure, plan, plan.to);
}

/**
 * Minutes that a measure asks for in a part of its plan, such as a week: what is asked for by the end of the part,
 * less what was asked for before it. Parts that follow each other add up to {@link plannedMinutes}.
 */
export function minutesWithin(measure: StopsPlanned, plan: Period, part: Period): number {
  if (part.to < part.from) return 0;
  return minutesUntil(measure, plan, part.to) - minutesUntil(measure, plan, addDays(part.from, -1));
}
