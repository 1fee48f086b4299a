import { useTranslation } from 'react-i18next';

import type { Id } from '#shared/lib/ids.ts';

import { useQuestion } from '../../client/queries.ts';
import { useFormats } from '../../ui/formats.ts';

export function useNeighbourhoods() {
  return (
    useQuestion({
      topics: ['territory', 'people'],
      key: ['people.neighbourhoods'],
      ask: (client, signal) => client.people.neighbourhoods(undefined, { signal }),
    }).data ?? []
  );
}

/** What it is called; "all neighbourhoods" for none. */
export function useNeighbourhoodName(id: Id | null): string {
  const { t } = useTranslation('briefing');
  const formats = useFormats();
  const found = useNeighbourhoods().find((one) => one.id === id);
  if (id === null) return t('allNeighbourhoods');
  return found ? formats.name(found.nameNl, found.nameFr) : t('unknownNeighbourhood');
}
