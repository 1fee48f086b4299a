import { z } from 'zod';

import { addDays, type Day, dayOf, daySchema, instantSchema, ZONE } from '../../lib/dates.ts';

/** How exactly a source says when something happened. */
export const FACT_PRECISIONS = ['moment', 'day', 'month', 'year'] as const;
export type FactPrecision = (typeof FACT_PRECISIONS)[number];

/**
 * When something happened, as exactly as the source says and no more: a year (`2018`), a month
 * (`2018-12`), a day (`2018-12-05`) or a moment in UTC. The form of the text is its precision.
 */
export const factTimeSchema = z.union([
  instantSchema,
  daySchema,
  z.string().regex(/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/),
]);
export type FactTime = z.infer<typeof factTimeSchema>;

/** What a {@link FactTime} says about days and hours of {@link ZONE}. */
export interface FactPeriod {
  readonly precision: FactPrecision;
  /** The first and the last day on which it may have happened. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** 0 to 23, of a moment; null where the source does not tell. */
  readonly hour: number | null;
  /** 1 (Monday) to 7 (Sunday), of a moment or a day; null where the source does not tell. */
  readonly weekday: number | null;
}

/** The days, hour and weekday that a source's text stands for; what it does not say stays unknown. */
export function factPeriodOf(time: FactTime): FactPeriod {
  switch (time.length) {
    case 4:
      return span('year', `${time}-01-01`, `${time}-12-31`);
    case 7:
      return span('month', `${time}-01`, lastDayOfMonth(time));
    case 10:
      return { ...span('day', time, time), weekday: weekdayOf(time) };
    default: {
      const day = dayOf(time);
      const hour = Number(hourFormat.format(new Date(time)));
      return { ...span('moment', day, day), hour, weekday: weekdayOf(day) };
    }
  }
}

const hourFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  hourCycle: 'h23',
});

function span(precision: FactPrecision, firstDay: Day, lastDay: Day): FactPeriod {
  return { precision, firstDay, lastDay, hour: null, weekday: null };
}

function lastDayOfMonth(month: string): Day {
  const [year, number] = month.split('-').map(Number);
  const next = number === 12 ? `${Number(year) + 1}-01` : `${year}-${pad(Number(number) + 1)}`;
  return addDays(`${next}-01`, -1);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
}
