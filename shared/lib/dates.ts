import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/**
 * A moment in UTC, ISO 8601 with milliseconds and `Z`, as `Date.prototype.toISOString` writes it.
 * Texts of this form sort as the moments do.
 */
export const instantSchema = z.iso.datetime({ offset: false, precision: 3 });
export type Instant = string;

/** A calendar day without a time, `YYYY-MM-DD`; what people mean by it is in {@link ZONE}. */
export const daySchema = z.iso.date();
export type Day = string;

/** The time zone people live in; storage is always UTC. */
export const ZONE = 'Europe/Brussels';

/** `validTo` of whatever is still valid: later than any real day, so that intervals compare as text. */
export const OPEN_END: Day = '9999-12-31';

/** The calendar day that `instant` falls on in {@link ZONE}. */
export function dayOf(instant: Instant): Day {
  return dayFormat.format(new Date(instant));
}

const dayFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The time of the clock in {@link ZONE} at `instant`, `HHMMSS`: for the name of a file beside {@link dayOf}. */
export function clockDigitsOf(instant: Instant): string {
  const { hour, minute, second } = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
  return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join('');
}

/**
 * The moments at which a calendar day begins and ends in {@link ZONE}: half-open, 23 to 25 hours long.
 */
export function dayInterval(day: Day): readonly [begin: Instant, end: Instant] {
  const date = Temporal.PlainDate.from(day);
  const begin = (of: Temporal.PlainDate): Instant =>
    new Date(of.toZonedDateTime(ZONE).epochMilliseconds).toISOString();
  return [begin(date), begin(date.add({ days: 1 }))];
}

/** Adds whole days to a calendar day (negative goes back). Throws RangeError for what is no day. */
export function addDays(day: Day, days: number): Day {
  return dayNumbered(dayNumber(day) + days);
}

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

const DAY_MILLISECONDS = 86_400_000;
/** Days kept by their number and the other way round: thousands of plans and facts have the same few. */
const MOST_KEPT = 10_000;
const numbers = new Map<Day, number>();
const names = new Map<number, Day>();

/** Whole days since 1970-01-01; NaN for what is no day. */
export function dayNumber(day: Day): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = Date.parse(`${day}T00:00:00.000Z`) / DAY_MILLISECONDS;
    if (numbers.size >= MOST_KEPT) numbers.clear();
    numbers.set(day, number);
  }
  return number;
}

/** The calendar day with this {@link dayNumber}. Throws RangeError for what is no number of a day. */
export function dayNumbered(number: number): Day {
  let day = names.get(number);
  if (day === undefined) {
    day = new Date(number * DAY_MILLISECONDS).toISOString().slice(0, 10);
    if (names.size >= MOST_KEPT) names.clear();
    names.set(number, day);
  }
  return day;
}

/** Whether `day` lies in the half-open interval [validFrom, validTo). */
export function isValidOn(validity: Validity, day: Day): boolean {
  return validity.validFrom <= day && day < validity.validTo;
}

/** A half-open interval of days: valid from `validFrom`, no longer on `validTo`. */
export interface Validity {
  readonly validFrom: Day;
  readonly validTo: Day;
}
