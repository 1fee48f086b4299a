import { useTranslation } from 'react-i18next';

import type { BoardStop } from '#shared/contract/board.ts';
import type { Period } from '#shared/domain/actions/measure.ts';
import type { Day } from '#shared/lib/dates.ts';

import { useFormats } from '../../ui/formats.ts';
import { useStretchWords } from '../../ui/stretch-words.ts';
import { clockText } from '../../ui/wall-clock.ts';

type Placed = Pick<BoardStop, 'street' | 'stretch'>;

/** How the board writes times, days and streets. */
export function useBoardWords() {
  const { t } = useTranslation('board');
  const formats = useFormats();
  const weekday = new Intl.DateTimeFormat(formats.language, { weekday: 'short', timeZone: 'UTC' });
  const stretches = useStretchWords();
  return {
    /** A street in its neighbourhood, and which stretch of it where it has several. */
    stretch: ({ street, stretch }: Placed): string => stretches.of(formats.street(street), stretch),
    /** Mon 15/06/2026 */
    weekday: (day: Day): string =>
      `${weekday.format(new Date(`${day}T00:00:00Z`))} ${formats.day(day)}`,
    /** Mon 15/06 */
    shortDay: (day: Day): string =>
      `${weekday.format(new Date(`${day}T00:00:00Z`))} ${formats.day(day).slice(0, 5)}`,
    hours: (from: number, to: number): string => `${clockText(from)}–${clockText(to)}`,
    days: ({ startsOn, endsOn }: { startsOn: Day | null; endsOn: Day | null }): string => {
      if (startsOn !== null && endsOn !== null) {
        return t('days', { from: formats.day(startsOn), to: formats.day(endsOn) });
      }
      if (endsOn !== null) return t('until', { day: formats.day(endsOn) });
      return startsOn === null ? t('noDays') : t('from', { day: formats.day(startsOn) });
    },
    week: ({ from, to }: Period): string =>
      t('days', { from: formats.day(from), to: formats.day(to) }),
  };
}
