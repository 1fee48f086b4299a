import { useTranslation } from 'react-i18next';

import type { ComparedStretch } from '#shared/contract/action-evidence.ts';

import { useFormats } from '../../../ui/formats.ts';
import { useStretchWords } from '../../../ui/stretch-words.ts';

/** How a stretch is called: its street, its place along it and its length, or that the territory no longer has it. */
export function useStretchName(): (stretch: ComparedStretch) => string {
  const { t } = useTranslation('outcome');
  const formats = useFormats();
  const words = useStretchWords();
  return ({ nameNl, nameFr, stretch, metres }) =>
    t('long', {
      street: words.of(formats.name(nameNl, nameFr) || t('gone'), stretch),
      metres: formats.number(Math.round(metres)),
    });
}
