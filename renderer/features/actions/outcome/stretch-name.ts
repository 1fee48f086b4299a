import { useTranslation } from 'react-i18next';

import type { ComparedStretch } from '#shared/contract/action-evidence.ts';

import { useFormats } from '../../../ui/formats.ts';

/** How a stretch is called: its street with its length, or that the territory no longer has it. */
export function useStretchName(): (stretch: ComparedStretch) => string {
  const { t } = useTranslation('outcome');
  const formats = useFormats();
  return ({ nameNl, nameFr, metres }) =>
    t('long', {
      street: formats.name(nameNl, nameFr) || t('gone'),
      metres: formats.number(Math.round(metres)),
    });
}
