import { useTranslation } from 'react-i18next';

import type { SegmentChoice } from '#shared/contract/actions.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useFormats } from '../../ui/formats.ts';

/** What a stretch is called: its street, and its number where the street has several here. */
export function useStretchName(segments: readonly SegmentChoice[]): (id: Id) => string {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  return (id) => {
    const found = segments.find((one) => one.id === id);
    if (!found) return t('unknownStretch');
    const street = formats.name(found.streetNameNl, found.streetNameFr);
    const own = segments.filter(({ streetId }) => streetId === found.streetId);
    return own.length === 1
      ? street
      : t('stretchOf', { street, number: own.findIndex((one) => one.id === id) + 1 });
  };
}
