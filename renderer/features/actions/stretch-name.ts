import { useTranslation } from 'react-i18next';

import type { DossierPage, SegmentChoice } from '#shared/contract/actions.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useFormats } from '../../ui/formats.ts';
import { useStretchWords } from '../../ui/stretch-words.ts';

/** What a stretch is called: its street, and its place along it where the street has several. */
export function useStretchName(segments: readonly SegmentChoice[]): (id: Id) => string {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const words = useStretchWords();
  return (id) => {
    const found = segments.find((one) => one.id === id);
    return found
      ? words.of(formats.name(found.streetNameNl, found.streetNameFr), found.number)
      : t('unknownStretch');
  };
}

/** The same for who does not know our numbers, such as a partner: the street with its house numbers or crossings. */
export function useStretchPlace(segments: DossierPage['segments']): (id: Id) => string {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const words = useStretchWords();
  return (id) => {
    const found = segments.find((one) => one.id === id);
    if (!found) return t('unknownStretch');
    const { streetNameNl, streetNameFr, number, place } = found;
    return words.forOthers(formats.name(streetNameNl, streetNameFr), number, place);
  };
}
