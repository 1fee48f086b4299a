import { useTranslation } from 'react-i18next';

import type { TimeWindow } from '#shared/domain/actions/time-window.ts';

/** Times of the week in words; empty for none. */
export function useWindowsText(): (windows: readonly TimeWindow[]) => string {
  const { t } = useTranslation('actions');
  const inWords = ({ days, from, to }: TimeWindow): string =>
    t('windows.text', {
      days: days.map((day) => t(`windows.day.d${dayKey(day)}`)).join(' '),
      from: clock(from),
      to: clock(to),
    });
  return (windows) => windows.map(inWords).join('; ');
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, '0')}`;
}

function dayKey(day: number) {
  return ([1, 2, 3, 4, 5, 6, 7] as const).find((one) => one === day) ?? 1;
}
