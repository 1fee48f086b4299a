import { useTranslation } from 'react-i18next';

import type { StretchPlace } from '#shared/domain/territory/stretch-place.ts';

import { useFormats } from './formats.ts';

/** What stretches of street are called on every page. */
export function useStretchWords() {
  const { t } = useTranslation('common');
  const formats = useFormats();
  const placeWords = ({ houses, crossings }: StretchPlace): string => {
    if (houses !== null) return t('stretch.houses', { from: houses.from, to: houses.to });
    const [one, other] = crossings.map(({ nameNl, nameFr }) => formats.name(nameNl, nameFr));
    if (one === undefined) return t('stretch.part');
    return other === undefined ? t('stretch.side', { one }) : t('stretch.between', { one, other });
  };
  return {
    /** "Lange Baan, stretch 3"; the name of the street alone where it has no other. */
    of: (street: string, number: number | null): string =>
      number === null ? street : t('stretch.of', { street, number }),
    /** "Asterlaan, numbers 12 to 48", for who does not know our numbers; the street alone where the stretch is all of it. */
    forOthers: (street: string, number: number | null, place: StretchPlace): string =>
      number === null ? street : t('stretch.placed', { street, place: placeWords(place) }),
    /** "numbers 12 to 48" or "between Beukenlaan and Eikenlaan", where the street is named already. */
    placeWithin: placeWords,
    /** "Stretch 3 (103 m)", where the street is named already. */
    within: (number: number | null, metres: number): string => {
      const length = formats.number(Math.round(metres));
      return number === null
        ? t('stretch.only', { metres: length })
        : t('stretch.within', { number, metres: length });
    },
  };
}
