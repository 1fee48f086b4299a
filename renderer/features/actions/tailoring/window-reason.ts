import { useTranslation } from 'react-i18next';

import type { ProposedMeasure } from '#shared/contract/action-proposals.ts';
import { FEWEST_WITH_HOUR } from '#shared/domain/statistics/standing-hours.ts';

import { useFormats } from '../../../ui/formats.ts';

/** Why a measure is proposed at these times, in one sentence that says whose hours they are. */
export function useWindowReason(): (when: ProposedMeasure['when']) => string {
  const { t } = useTranslation('tailoring');
  const formats = useFormats();
  return (when) => {
    if (when.kind === 'even') {
      return t(`when.even.${when.place}`, { signs: formats.number(when.signs) });
    }
    if (when.kind !== 'stands-out') return t(`when.${when.kind}`);
    const numbers = {
      inside: formats.number(when.inside),
      signs: formats.number(when.signs),
      own: formats.number(when.own),
    };
    if (when.place === 'stretch') return t('when.stretch', numbers);
    return t(`when.${when.place}.${ownHours(when.own)}`, numbers);
  };
}

/** What keeps the stretch from telling its hours itself. */
function ownHours(own: number): 'none' | 'few' | 'even' {
  if (own === 0) return 'none';
  return own < FEWEST_WITH_HOUR ? 'few' : 'even';
}
