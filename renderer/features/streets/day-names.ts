import { useMemo } from 'react';

import { useFormats } from '../../ui/formats.ts';

/** Names of the days of the week in the language of the reader, Monday first. */
export function useDayNames(): {
  readonly short: readonly string[];
  readonly long: readonly string[];
} {
  const { language } = useFormats();
  return useMemo(() => {
    // 1 January 2024 was a Monday.
    const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)));
    const named = (weekday: 'short' | 'long') => {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      return days.map((day) => format.format(day));
    };
    return { short: named('short'), long: named('long') };
  }, [language]);
}
