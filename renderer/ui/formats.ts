import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Language } from '#shared/contract/desk.ts';
import {
  nameIn,
  type PlacedStreet,
  streetIn,
  streetsIn,
} from '#shared/domain/territory/placed-street.ts';
import { addDays, type Day, dayOf, daysBetween, type Instant, ZONE } from '#shared/lib/dates.ts';

/**
 * Days and times are written alike in all languages of Belgium: day before month, 24 hours. Numbers
 * follow the language: 5.797 in Dutch, 5 797 in French, and 5,797 in English, which `en-BE` would write
 * as in Dutch.
 */
const LOCALES: Record<Language, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };

export interface Formats {
  readonly language: Language;
  /** 22/11/2026 */
  day(day: Day): string;
  /** Sunday 22 November 2026 */
  longDay(day: Day): string;
  /** November 2026 */
  month(day: Day): string;
  /** 14:05 */
  time(instant: Instant): string;
  /** 22/11/2026 14:05 */
  moment(instant: Instant): string;
  /** today 14:05, yesterday 09:10, else 22/11/2026 14:05 */
  recentMoment(instant: Instant): string;
  /** in 3 days, yesterday, 2 weeks ago: counted in calendar days of Europe/Brussels */
  relativeDay(day: Day): string;
  /** 3 days, 2 weeks: a length of time in the largest unit that says enough. */
  span(days: number): string;
  number(value: number): string;
  /** What stands before the decimals, also where somebody types a number. */
  readonly decimalSeparator: '.' | ',';
  /** 1.4 MB; in French 1,4 Mo */
  size(bytes: number): string;
  /** The Dutch name, or the French one in French where there is one. */
  name(nameNl: string, nameFr: string): string;
  /** Kerkstraat, Nekkerspoel */
  street(street: PlacedStreet): string;
  /** Kerkstraat and Lange Baan, Nekkerspoel; Kerkstraat, Muizen */
  streets(streets: readonly PlacedStreet[]): string;
}

/** How dates, numbers and names are written in the language of the moment. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const language = languageOf(i18n.resolvedLanguage);
  return useMemo(() => makeFormats(language, () => new Date().toISOString()), [language]);
}

export function languageOf(tag: string | undefined): Language {
  return tag === 'fr' || tag === 'en' ? tag : 'nl';
}

/** How a number is written within a sentence as well. */
export function numberFormatOf(language: Language): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALES[language]);
}

/** @param now the present moment, UTC; asked at every call. */
export function makeFormats(language: Language, now: () => Instant): Formats {
  const locale = LOCALES[language];
  const dayFormat = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const longDayFormat = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const monthFormat = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const timeFormat = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: ZONE,
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const numberFormat = numberFormatOf(language);
  const sizeFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

  // A byte is an octet in French.
  const byte = language === 'fr' ? 'o' : 'B';

  const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
  const writeDay = (day: Day): string => dayFormat.format(dateOf(day));
  const time = (instant: Instant): string => timeFormat.format(new Date(instant));
  const relativeDay = (day: Day): string => {
    const days = daysBetween(dayOf(now()), day);
    return relative.format(...inUnits(days));
  };
  const span = (days: number): string => {
    const [count, unit] = inUnits(days);
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
      count,
    );
  };

  return {
    language,
    decimalSeparator: language === 'en' ? '.' : ',',
    day: writeDay,
    month: (day) => monthFormat.format(dateOf(day)),
    longDay: (day) => longDayFormat.format(dateOf(day)),
    time,
    moment: (instant) => `${writeDay(dayOf(instant))} ${time(instant)}`,
    recentMoment: (instant) => {
      const day = dayOf(instant);
      const today = dayOf(now());
      const recent = day === today || day === addDays(today, -1);
      return `${recent ? relativeDay(day) : writeDay(day)} ${time(instant)}`;
    },
    relativeDay,
    span,
    // What rounds to nothing has no sign.
    number: (value) => numberFormat.format(value === 0 ? 0 : value),
    size: (bytes) =>
      bytes < 1_000_000
        ? `${sizeFormat.format(bytes / 1_000)} k${byte}`
        : `${sizeFormat.format(bytes / 1_000_000)} M${byte}`,
    name: (nameNl, nameFr) => nameIn(language, { nameNl, nameFr }),
    street: (street) => streetIn(language, street),
    streets: (streets) => streetsIn(language, streets),
  };
}

function inUnits(days: number): [count: number, unit: 'day' | 'week' | 'month'] {
  if (Math.abs(days) < 14) return [days, 'day'];
  if (Math.abs(days) < 60) return [Math.trunc(days / 7), 'week'];
  return [Math.trunc(days / 30), 'month'];
}
