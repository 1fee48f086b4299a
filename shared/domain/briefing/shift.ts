import { z } from 'zod';

import { addDays, type Day, dayOf, type Instant, ZONE } from '../../lib/dates.ts';
import type { TimeWindow } from '../actions/time-window.ts';
import { lengthOf } from '../actions/time-window.ts';

/** What shifts are called; a zone works by some of them, each at most once a day. */
export const SHIFTS = ['early', 'day', 'afternoon', 'late', 'evening', 'night'] as const;
export type Shift = (typeof SHIFTS)[number];

const DAY_MINUTES = 1_440;

/**
 * A stretch of the clocks, minutes since midnight of the day on which a shift begins; past 1440 it is the
 * next morning. `to` is not in it.
 */
export interface ClockSpan {
  readonly from: number;
  readonly to: number;
}

/** A shift, and the minute after midnight at which it begins. */
const shiftBeginSchema = z.object({
  shift: z.enum(SHIFTS),
  from: z
    .number()
    .int()
    .min(0)
    .max(DAY_MINUTES - 1),
});
export type ShiftBegin = z.infer<typeof shiftBeginSchema>;

/**
 * The shifts of a zone in the order in which they begin. Each goes on until the next one begins, and the last until the
 * first of the next day: so they cover the day, and no minute belongs to two.
 */
export const shiftPlanSchema = z
  .array(shiftBeginSchema)
  .min(1)
  .max(SHIFTS.length)
  .superRefine((plan, context) => {
    plan.forEach(({ shift, from }, at) => {
      const earlier = plan.slice(0, at);
      if (earlier.some((other) => other.shift === shift)) {
        context.addIssue({ code: 'custom', path: [at, 'shift'] });
      }
      if (earlier.some((other) => other.from >= from)) {
        context.addIssue({ code: 'custom', path: [at, 'from'] });
      }
    });
  });
export type ShiftPlan = readonly ShiftBegin[];

/** Hours that most zones work by. */
export const USUAL_SHIFTS: ShiftPlan = [
  { shift: 'early', from: 6 * 60 },
  { shift: 'late', from: 14 * 60 },
  { shift: 'night', from: 22 * 60 },
];

/** When a shift is, on the day on which it begins; undefined for one that the zone does not work by. */
export function hoursOf(plan: ShiftPlan, shift: Shift): ClockSpan | undefined {
  const at = plan.findIndex((one) => one.shift === shift);
  const own = plan[at];
  if (!own) return undefined;
  const next = plan[at + 1]?.from ?? (plan[0]?.from ?? 0) + DAY_MINUTES;
  return { from: own.from, to: next };
}

/** ISO day of the week: 1 is Monday. */
export function weekdayOf(day: Day): number {
  return ((new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7) + 1;
}

/**
 * The parts of a shift in which any of these windows is open, in order, none touching the next. Clocks count,
 * not hours gone by: a night in which the clocks change is as long as any other here.
 */
export function openDuring(
  windows: readonly TimeWindow[],
  day: Day,
  shift: ClockSpan,
): readonly ClockSpan[] {
  const weekday = weekdayOf(day);
  const spans = windows.flatMap((window) =>
    // A window of the evening before may reach into the morning; one of the day after into the night.
    [-1, 0, 1].flatMap((later): ClockSpan[] => {
      if (!window.days.includes(((weekday - 1 + later + 7) % 7) + 1)) return [];
      const begin = later * DAY_MINUTES + window.from;
      const from = Math.max(begin, shift.from);
      const to = Math.min(begin + lengthOf(window), shift.to);
      return from < to ? [{ from, to }] : [];
    }),
  );
  return joined(spans);
}

function joined(spans: readonly ClockSpan[]): readonly ClockSpan[] {
  const result: ClockSpan[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      result.push(span);
    }
  }
  return result;
}

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The shift that runs at a moment, and the day on which it began. */
export function shiftAt(
  plan: ShiftPlan,
  instant: Instant,
): { readonly day: Day; readonly shift: Shift } {
  const today = dayOf(instant);
  const [hours = 0, minutes = 0] = clockFormat.format(new Date(instant)).split(':').map(Number);
  const begun = plan.findLast(({ from }) => from <= hours * 60 + minutes);
  if (begun) return { day: today, shift: begun.shift };
  return { day: addDays(today, -1), shift: plan.at(-1)?.shift ?? 'night' };
}
