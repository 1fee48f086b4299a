import { useTranslation } from 'react-i18next';

import type { ListedFact } from '#shared/contract/facts.ts';

import { useCodes } from '../../../client/codes.ts';
import { useFormats } from '../../../ui/formats.ts';
import { useFactWords } from '../../facts/index.ts';

/** A fact in a few words: what, how often, when; and where and by whom it came to light. */
export function useFactName(): (fact: ListedFact) => {
  readonly name: string;
  readonly about: string;
} {
  const { t } = useTranslation('tailoring');
  const { t: tFacts } = useTranslation('facts');
  const codes = useCodes();
  const formats = useFormats();
  const words = useFactWords();
  return (fact) => {
    const { amount, kind, origin, placeText, sourceName } = fact;
    const what = codes.name('fact-kind', kind);
    const times = amount === 1 ? '' : `${t('facts.times', { total: formats.number(amount) })} `;
    const where = formats.name(fact.streetNameNl, fact.streetNameFr) || (placeText ?? '');
    return {
      name: `${times}${what}, ${words.when(fact)}`,
      about: [where, tFacts(`origin.${origin}`), sourceName].filter(Boolean).join(' · '),
    };
  };
}
