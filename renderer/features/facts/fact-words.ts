import type { ListedFact } from '#shared/contract/facts.ts';

import { useFormats } from '../../ui/formats.ts';

/** When a fact happened, as exactly as it is known. */
export function useFactWords(): {
  readonly when: (fact: Pick<ListedFact, 'precision' | 'firstDay' | 'occurredAt'>) => string;
} {
  const formats = useFormats();
  return {
    when({ precision, firstDay, occurredAt }) {
      if (occurredAt !== null) return formats.moment(occurredAt);
      switch (precision) {
        case 'year':
          return firstDay.slice(0, 4);
        case 'month':
          return formats.month(firstDay);
        case 'day':
        case 'moment':
          return formats.day(firstDay);
      }
    },
  };
}
