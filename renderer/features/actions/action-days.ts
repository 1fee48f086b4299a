import { useTranslation } from 'react-i18next';

import { type Action, hasEnded } from '#shared/domain/actions/action.ts';

import { useFormats } from '../../ui/formats.ts';
import { useOfficers } from './queries.ts';

/** Until when an action runs, or who closed it and when; empty where there is no such day. */
export function useActionDays(): (
  action: Pick<Action, 'state' | 'endsOn' | 'closedAt' | 'closedBy'>,
) => string {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const officers = useOfficers();
  return (action) => {
    const { endsOn, closedAt, closedBy } = action;
    if (closedAt !== null) {
      return t('closedBy', {
        moment: formats.recentMoment(closedAt),
        name: officers.name(closedBy),
      });
    }
    return endsOn === null || hasEnded(action) ? '' : t('until', { day: formats.day(endsOn) });
  };
}
