import { useTranslation } from 'react-i18next';

import type { Id } from '#shared/lib/ids.ts';

import { useNeighbourhoods } from '../../client/neighbourhoods.ts';
import { useFormats } from '../../ui/formats.ts';

/** What it is called; "all neighbourhoods" for none. */
export function useNeighbourhoodName(id: Id | null): string {
  const { t } = useTranslation('briefing');
  const formats = useFormats();
  const found = useNeighbourhoods().data?.find((one) => one.id === id);
  if (id === null) return t('allNeighbourhoods');
  return found ? formats.name(found.nameNl, found.nameFr) : t('unknownNeighbourhood');
}
