import { z } from 'zod';

import { type Day, daySchema } from '../../lib/dates.ts';
import { type Id, idSchema } from '../../lib/ids.ts';
import { codeSchema } from '../codes/code.ts';
import { LONGEST_TEXT } from '../contacts/contact.ts';
import { timeWindowsSchema } from './time-window.ts';
import { MEANS } from './vocabulary.ts';

/** Minutes of one stop: a visit is some 10 to 15, and nobody stands anywhere for more than a shift. */
export const LONGEST_STOP = 600;
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
  minutes: z.number().int().min(1).max(LONGEST_STOP),
  /** Or {@link ONCE}. */
  timesPerWeek: z.number().int().min(ONCE).max(MOST_TIMES),
  windows: timeWindowsSchema,
  officerId: idSchema.nullable(),
  partnerId: idSchema.nullable(),
  note: z.string().max(LONGEST_TEXT),
  removed: z.boolean(),
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
  minutes: z.number().int().min(1).max(LONGEST_STOP),
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

export interface Dose {
  readonly planned: number;
  readonly delivered: number;
  /** Delivered minutes up to what was planned: more in one street makes up for nothing in another. */
  readonly counted: number;
  readonly stops: number;
}

const NONE: Dose = { planned: 0, delivered: 0, counted: 0, stops: 0 };

/**
 * Minutes delivered beside those planned, per measure that still stands. Deliveries outside of the period
 * and withdrawn ones do not count.
 */
export function dosePerMeasure(
  measures: readonly Measure[],
  deliveries: readonly Delivery[],
  period: Period,
): ReadonlyMap<Id, Dose> {
  const doses = new Map<Id, Dose>();
  for (const measure of measures) {
    if (measure.removed) continue;
    const done = deliveries.filter(
      ({ measureId, withdrawn, day }) =>
        measureId === measure.id && !withdrawn && period.from <= day && day <= period.to,
    );
    const planned = plannedMinutes(measure, period);
    const delivered = done.reduce((sum, { minutes }) => sum + minutes, 0);
    const counted = Math.min(planned, delivered);
    doses.set(measure.id, { planned, delivered, counted, stops: done.length });
  }
  return doses;
}

export function sumOfDoses(doses: Iterable<Dose>): Dose {
  let sum = NONE;
  for (const dose of doses) {
    sum = {
      planned: sum.planned + dose.planned,
      delivered: sum.delivered + dose.delivered,
      counted: sum.counted + dose.counted,
      stops: sum.stops + dose.stops,
    };
  }
  return sum;
}

/**
 * What was delivered of what was planned, from 0 to 1, rounded down to whole thousandths so that less
 * than half never reads as half. Nothing planned is nothing tried.
 *
 * @param atStart minutes planned when the action began; a plan made smaller since counts as it was then.
 */
export function shareOf({ planned, counted }: Dose, atStart: number | null): number {
  const whole = Math.max(planned, atStart ?? 0);
  return whole === 0 ? 0 : Math.floor((counted / whole) * 1_000) / 1_000;
}

/** What was planned and delivered on each segment, in the order in which measures name them. */
export function dosePerSegment(
  measures: readonly Measure[],
  doses: ReadonlyMap<Id, Dose>,
): ReadonlyMap<Id, Dose> {
  const segments = new Map<Id, Dose>();
  for (const { id, segmentId } of measures) {
    const dose = doses.get(id);
    if (dose) segments.set(segmentId, sumOfDoses([segments.get(segmentId) ?? NONE, dose]));
  }
  return segments;
}

/** How far the plan of a stretch was followed until today, in steps that a map can show. */
export const DOSE_STANDINGS = ['nothing', 'under-half', 'from-half', 'whole'] as const;
export type DoseStanding = (typeof DOSE_STANDINGS)[number];

/** Of minutes planned until today, and those delivered. */
export function doseStanding({
  planned,
  delivered,
}: Pick<Dose, 'planned' | 'delivered'>): DoseStanding {
  if (delivered === 0) return 'nothing';
  if (delivered >= planned) return 'whole';
  return 2 * delivered >= planned ? 'from-half' : 'under-half';
}
