import { useTranslation } from 'react-i18next';

import type { FactCounts } from '#shared/contract/facts.ts';

import { useFormats } from '../../../ui/formats.ts';

type Stored = Pick<FactCounts, 'stored' | 'amount'>;

/** Whether a row of the file may stand for several facts, as those of a yearly table do. */
export function hasSeveralInRow({ stored, amount }: Stored): boolean {
  return amount !== null && amount !== stored;
}

/** How much an import brought in: "6 facts", or "6 rows with 1,204 facts together". */
export function useCountedText(): (counts: Stored) => string {
  const { t } = useTranslation('facts');
  const formats = useFormats();
  return (counts) =>
    hasSeveralInRow(counts)
      ? t('history.counted', { count: counts.stored, amount: formats.number(counts.amount ?? 0) })
      : t('history.facts', { count: counts.stored });
}
