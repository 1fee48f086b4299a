import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { FactCounts, FactPreview } from '#shared/contract/facts.ts';

import { useCodes } from '../../../client/codes.ts';
import { RefusedRows } from '../../../importing/refused-rows.tsx';
import { SampleTable } from '../../../importing/sample-table.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useFactWords } from '../fact-words.ts';
import { FactCountTiles } from './fact-counts.tsx';
import { useRefusalWords } from './refusal-words.ts';

/** What the import would do, before it does anything. */
export function PreviewStep(props: { readonly preview: FactPreview }) {
  const { counts, sample, refused, unnumbered } = props.preview;
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const codes = useCodes();
  const words = useFactWords();
  const inWords = useRefusalWords();
  return (
    <Stack gap="md">
      <FactCountTiles counts={counts} />
      {counts.known > 0 && unnumbered > 0 && (
        <Alert color="orange" icon={<IconAlertTriangle size={18} />} role="note">
          {t('import.twice', { count: unnumbered })}
        </Alert>
      )}
      {counts.stored > 0 && lieNowhereHere(counts) && (
        <Alert color="orange" icon={<IconAlertTriangle size={18} />} role="note">
          {t('import.nowhereHere')}
        </Alert>
      )}
      <SampleTable
        title={t('import.sample')}
        caption={t('import.sample')}
        heads={[t('list.when'), t('list.what'), t('list.where'), t('list.tie'), t('list.origin')]}
        rows={sample.map((fact) => [
          words.when(fact),
          codes.name('fact-kind', fact.kind),
          formats.name(fact.streetNameNl, fact.streetNameFr) || fact.placeText,
          t(`tie.${fact.tie}`),
          t(`origin.${fact.origin}`),
        ])}
      />
      <div>
        <Text fw={600} size="sm" mb={4}>
          {t('import.left')}
        </Text>
        <RefusedRows
          rows={refused.map(inWords)}
          total={counts.refused + counts.repeated + counts.known}
        />
      </div>
    </Stack>
  );
}

/** Whether none of them lies in any neighbourhood of this desk. */
function lieNowhereHere({ stored, ties }: FactCounts): boolean {
  return (ties.outside ?? 0) + (ties['no-place'] ?? 0) === stored;
}
