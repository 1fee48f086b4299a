import { Temporal } from 'temporal-polyfill';

import { addDays, type Day, type Instant, ZONE } from '../../lib/dates.ts';
import type { Period } from '../actions/measure.ts';
import { lengthOf, type TimeWindow } from '../actions/time-window.ts';
import { isoDayOf } from './week.ts';

/** An entry of a calendar (RFC 5545, VEVENT). It has no place for what somebody typed. */
export interface CalendarEntry {
  /** The same entry has the same one in every file. */
  readonly uid: string;
  readonly summary: string;
  readonly location: string;
  readonly at:
    | { readonly kind: 'days'; readonly days: Period }
    /** A window of the week, in every week of `plan`, on the clocks of Europe/Brussels. */
    | { readonly kind: 'weekly'; readonly window: TimeWindow; readonly plan: Period };
}

export interface Calendar {
  readonly name: string;
  /** BCP 47, of the summaries. */
  readonly language: string;
  readonly madeAt: Instant;
  readonly entries: readonly CalendarEntry[];
}

/** Names of the days as iCalendar writes them, Monday first. */
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * The rule of summer time that holds in Belgium since 1996 (directive 2000/84/EC): from the last Sunday of March to the
 * last of October, at 01:00 UTC.
 */
const TIME_ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
] as const;

/** A calendar as RFC 5545 writes it: lines end in CRLF and are folded at 75 octets. */
export function icalendarText({ name, language, madeAt, entries }: Calendar): string {
  const stamp = utcForm(madeAt);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Wijkwerk//District board//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...TIME_ZONE,
    ...entries.flatMap((entry) => eventLines(entry, language, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Whether an entry falls on any day: a window may have none of its days within the plan. */
export function hasAny({ at }: CalendarEntry): boolean {
  return at.kind === 'days' || firstAndLast(at.window, at.plan) !== undefined;
}

function eventLines(entry: CalendarEntry, language: string, stamp: string): readonly string[] {
  const { at } = entry;
  const times = at.kind === 'days' ? daysLines(at.days) : weeklyLines(at.window, at.plan);
  if (times.length === 0) return [];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `DTSTAMP:${stamp}`,
    ...times,
    `SUMMARY;LANGUAGE=${language}:${escaped(entry.summary)}`,
    ...(entry.location === '' ? [] : [`LOCATION:${escaped(entry.location)}`]),
    'END:VEVENT',
  ];
}

/** All days from the first to the last; they make nobody busy. */
function daysLines({ from, to }: Period): readonly string[] {
  return [
    `DTSTART;VALUE=DATE:${dayForm(from)}`,
    `DTEND;VALUE=DATE:${dayForm(addDays(to, 1))}`,
    'TRANSP:TRANSPARENT',
  ];
}

function weeklyLines(window: TimeWindow, plan: Period): readonly string[] {
  const ends = firstAndLast(window, plan);
  if (!ends) return [];
  const days = window.days.map((day) => DAYS[day - 1]).join(',');
  return [
    `DTSTART;TZID=${ZONE}:${clockForm(ends.first, window.from)}`,
    `DTEND;TZID=${ZONE}:${clockForm(ends.first, window.from + lengthOf(window))}`,
    // Where the start has a time zone, the end of the rule is in UTC.
    `RRULE:FREQ=WEEKLY;UNTIL=${utcOf(ends.last, window.from)};WKST=MO;BYDAY=${days}`,
  ];
}

/** The first and the last day of the plan on which a window begins. */
function firstAndLast(
  { days }: TimeWindow,
  { from, to }: Period,
): { readonly first: Day; readonly last: Day } | undefined {
  const week = [0, 1, 2, 3, 4, 5, 6];
  const first = week.map((day) => addDays(from, day)).find((day) => days.includes(isoDayOf(day)));
  const last = week.map((day) => addDays(to, -day)).find((day) => days.includes(isoDayOf(day)));
  return first === undefined || last === undefined || first > to ? undefined : { first, last };
}

/** 20260615 */
function dayForm(day: Day): string {
  return day.replaceAll('-', '');
}

/** 20260615T080000, the minutes counted from the midnight of `day` by the clock on the wall. */
function clockForm(day: Day, minutes: number): string {
  const date = addDays(day, Math.floor(minutes / 1_440));
  const [hours, rest] = [Math.floor((minutes % 1_440) / 60), minutes % 60];
  return `${dayForm(date)}T${twoDigits(hours)}${twoDigits(rest)}00`;
}

/** The same moment in UTC; in the hour that March skips the one after, in the double hour of October the first. */
function utcOf(day: Day, minutes: number): string {
  const moment = Temporal.PlainDate.from(day)
    .toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
    .toZonedDateTime(ZONE);
  return utcForm(new Date(moment.epochMilliseconds).toISOString());
}

/** 20260615T060000Z */
function utcForm(instant: Instant): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** TEXT of RFC 5545 3.3.11; control characters but the line feed have no place in it. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

const LONGEST_LINE = 75;

/** Breaks a line before it is longer than 75 octets, never within a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** How long a character is in UTF-8; half of a pair alone becomes a replacement character. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
