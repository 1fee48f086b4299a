import { useTranslation } from 'react-i18next';

import type { Right } from '#shared/protocol/administration.ts';

import { useQuestion } from '../../client/queries.ts';
import { useFormats } from '../../ui/formats.ts';
import { areasQuestion } from './questions.ts';

/** What the area of a right is called; nothing for the whole zone. */
export function useAreaNames(): (right: Pick<Right, 'kind' | 'areaId'>) => string {
  const { t } = useTranslation('administration');
  const formats = useFormats();
  const areas = useQuestion(areasQuestion).data?.areas ?? [];
  return ({ kind, areaId }) => {
    if (kind === 'zone') return '';
    const area = areas.find(({ id }) => id === areaId);
    const name = area ? formats.name(area.nameNl, area.nameFr) : '';
    // The last characters of an id differ the most; the first ones tell when it was made.
    return name === '' ? t('areas.nameless', { id: areaId.slice(-6) }) : name;
  };
}
