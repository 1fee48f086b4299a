import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { useCodes } from '../../client/codes.ts';
import type { WalkedMark } from '../../map/town-scene.ts';
import { useFormats } from '../../ui/formats.ts';

/** Puts a contact or a group into words, for those who walk through the map by keyboard. */
export function useMarkText(): (walked: WalkedMark) => string {
  const { t } = useTranslation('map');
  const codes = useCodes();
  const formats = useFormats();
  return useCallback(
    ({ mark, place, of }) => {
      const where = t('walk.place', { place: formats.number(place), of: formats.number(of) });
      if (mark.point) {
        const what = codes.name('contact-reason', mark.point.reason);
        return `${where} ${what}, ${formats.recentMoment(mark.point.occurredAt)}. ${t('walk.open')}`;
      }
      const shares = mark.shares
        .map(({ family, count }) => `${formats.number(count)} ${t(`family.${family}`)}`)
        .join(', ');
      const group = t('group', { shown: formats.number(mark.count) });
      return `${where} ${group}: ${shares}. ${t('walk.enlarge')}`;
    },
    [t, codes, formats],
  );
}
