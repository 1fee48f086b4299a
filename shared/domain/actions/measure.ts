import { z } from 'zod';

import { type Day, daySchema } from '../../lib/dates.ts';
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

const DAY_MS = 86_400_000;

/** Days of a period, both ends counted; 0 when it ends before it begins. */
export function daysIn({ from, to }: Period): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1);
}

/**
 * Minutes that a measure asks for in a period, rounded; a part of a week counts for its days. What is done once is
 * asked for whole, from the first day on.
 */
export function plannedMinutes(
  { minutes, timesPerWeek }: Pick<Measure, 'minutes' | 'timesPerWeek'>,
  period: Period,
): number {
  const days = daysIn(period);
  if (timesPerWeek === ONCE) return days === 0 ? 0 : minutes;
  return Math.round((minutes * timesPerWeek * days) / 7);
}
