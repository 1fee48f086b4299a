import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FactCounts } from '#shared/contract/facts.ts';
import { FACT_TIES } from '#shared/domain/facts/fact.ts';
import { missingMonths } from '#shared/domain/facts/missing-months.ts';

import { CountTiles } from '../../../importing/count-tiles.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { MissingMonths } from '../missing-months.tsx';
import { hasSeveralInRow, useCountedText } from './counted-text.ts';

const SHOWN = ['read', 'stored', 'known', 'repeated', 'refused'] as const;

/** What the rows of a file became, the months it lacks, and how the facts lie. */
export function FactCountTiles(props: { readonly counts: FactCounts }) {
  const { counts } = props;
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const counted = useCountedText();
  const ties = FACT_TIES.map((tie) => [tie, counts.ties[tie] ?? 0] as const).filter(
    ([, count]) => count > 0,
  );
  return (
    <>
      {counts.months === null ? null : (
        <MissingMonths of="file" months={missingMonths([counts.months])} />
      )}
      <CountTiles counts={SHOWN.map((key) => [t(`import.count.${key}`), counts[key]] as const)} />
      {hasSeveralInRow(counts) ? <Text size="sm">{counted(counts)}</Text> : null}
      {ties.length > 0 ? (
        <div>
          <Text fw={600} size="sm" mb={4}>
            {t('import.how')}
          </Text>
          <Facts
            rows={ties.map(([tie, count]) => [t(`tie.${tie}`), formats.number(count)] as const)}
          />
        </div>
      ) : null}
    </>
  );
}
