import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { type Action, isPastEnd } from '#shared/domain/actions/action.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useFormats } from '../../ui/formats.ts';

/** Where an action stands, in words: one whose last day is past does not run, though nobody closed it. */
export function useActionStanding(): (action: Pick<Action, 'state' | 'endsOn'>) => string {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  return useCallback(
    (action) =>
      isPastEnd(action, dayOf(new Date().toISOString())) && action.endsOn !== null
        ? t('pastEnd', { day: formats.day(action.endsOn) })
        : t(`actionState.${action.state}`),
    [t, formats],
  );
}
