import { useTranslation } from 'react-i18next';

import type { TimeWindow } from '#shared/domain/actions/time-window.ts';

import { clockText } from './wall-clock.ts';

/** Times of the week in words; empty for none. */
export function useWindowsText(): (windows: readonly TimeWindow[]) => string {
  const { t } = useTranslation('common');
  const inWords = ({ days, from, to }: TimeWindow): string =>
    t('week.text', {
      days: days.map((day) => t(`week.day.d${dayKey(day)}`)).join(' '),
      from: clockText(from),
      to: clockText(to),
    });
  return (windows) => windows.map(inWords).join('; ');
}

function dayKey(day: number) {
  return ([1, 2, 3, 4, 5, 6, 7] as const).find((one) => one === day) ?? 1;
}
