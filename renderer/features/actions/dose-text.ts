import { useTranslation } from 'react-i18next';

import { type Measure, ONCE } from '#shared/domain/actions/measure.ts';

import { useFormats } from '../../ui/formats.ts';

/** How much of a measure is planned, in words: 15 min, twice a week; or 60 min, once. */
export function useDoseText(): (dose: Pick<Measure, 'minutes' | 'timesPerWeek'>) => string {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  return ({ minutes, timesPerWeek }) =>
    timesPerWeek === ONCE
      ? t('measure.onceText', { minutes: formats.number(minutes) })
      : t('measure.doseText', {
          minutes: formats.number(minutes),
          times: formats.number(timesPerWeek),
        });
}
