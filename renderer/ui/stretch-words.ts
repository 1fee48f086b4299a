import { useTranslation } from 'react-i18next';

import { useFormats } from './formats.ts';

/** What stretches of street are called on every page. */
export function useStretchWords() {
  const { t } = useTranslation('common');
  const formats = useFormats();
  return {
    /** "Lange Baan, stretch 3"; the name of the street alone where it has no other. */
    of: (street: string, number: number | null): string =>
      number === null ? street : t('stretch.of', { street, number }),
    /** "Stretch 3 (103 m)", where the street is named already. */
    within: (number: number | null, metres: number): string => {
      const length = formats.number(Math.round(metres));
      return number === null
        ? t('stretch.only', { metres: length })
        : t('stretch.within', { number, metres: length });
    },
  };
}
