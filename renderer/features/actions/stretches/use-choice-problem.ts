import { useTranslation } from 'react-i18next';

import { useFormats } from '../../../ui/formats.ts';
import type { StretchChoice } from './use-stretch-choice.ts';

/** What is missing of a choice of stretches, in words. @param count how many the dossier would have. */
export function useChoiceProblem(
  { isWhole, unchosen }: StretchChoice,
  count: number,
): string | undefined {
  const { t } = useTranslation('stretches');
  const formats = useFormats();
  if (!isWhole) return t('loading');
  if (count === 0) return t('missing');
  const [any] = unchosen ? [...unchosen.within, ...unchosen.elsewhere] : [];
  return any && t('missingOf', { street: formats.name(any.streetNameNl, any.streetNameFr) });
}
