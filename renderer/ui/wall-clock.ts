import { Temporal } from 'temporal-polyfill';

import { type Day, dayOf, type Instant, ZONE } from '#shared/lib/dates.ts';

/** A day and a time (HH:mm) as the clocks of Europe/Brussels show them. */
export interface WallClock {
  readonly day: Day;
  readonly time: string;
}

const timeFormat = new Intl.DateTimeFormat('nl-BE', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: ZONE,
});

export function wallClockOf(instant: Instant): WallClock {
  return { day: dayOf(instant), time: timeFormat.format(new Date(instant)) };
}

/**
 * The moment at which the clocks show `day` and `time`; undefined when either is not written in full.
 * In the hour that is skipped in March it is the hour after; in the double hour of October the first.
 */
export function instantOf({ day, time }: WallClock): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return undefined;
  const moment = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(ZONE);
  return new Date(moment.epochMilliseconds).toISOString();
}

/** Reads what people type for a day: 5/3/2026, 05-03-26, 5.3 (of this year), 05032026. */
export function dayFromText(text: string, today: Day): Day | null {
  const digits = /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim());
  const parts = digits ?? /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/.exec(text.trim());
  if (!parts) return null;
  const [, date, month, year] = parts;
  const fullYear = year === undefined ? today.slice(0, 4) : year.length === 2 ? `20${year}` : year;
  const day = `${fullYear}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  const check = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(check.getTime()) || check.toISOString().slice(0, 10) !== day ? null : day;
}

/** Reads what people type for a time of the day, in minutes after midnight: 8, 8:30, 8.30, 8u30, 8h30, 0830. */
export function clockFromText(text: string): number | undefined {
  const parts =
    /^(\d{1,2})(?:[:.uh ](\d{2})?)?$/i.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim());
  if (!parts) return undefined;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

/** 480 as 08:00; past midnight it goes on as clocks do. */
export function clockText(minutes: number): string {
  const hours = Math.floor(minutes / 60) % 24;
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
