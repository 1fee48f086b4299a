import { useTranslation } from 'react-i18next';

import type { StreetProfile } from '#shared/contract/street-profile.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';

import { useFormats } from '../../ui/formats.ts';

/** The counted days as a sentence begins: since a day, or from one to another where they end before today. */
export function usePeriodWords(): (counted: StreetProfile['counted']) => string {
  const { t } = useTranslation('streets');
  const formats = useFormats();
  return ({ from, to }) => {
    const last = addDays(to, -1);
    return last < dayOf(new Date().toISOString())
      ? t('period.between', { from: formats.day(from), to: formats.day(last) })
      : t('period.since', { day: formats.day(from) });
  };
}
