import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FactImport } from '#shared/contract/facts.ts';

import { useErrorText } from '../../../client/error-text.ts';
import { RefusedReport } from '../../../importing/refused-report.tsx';
import { FactCountTiles } from './fact-counts.tsx';
import { useRefusalWords } from './refusal-words.ts';

/** What an import did, with every row that it left out. */
export function FactReport(props: { readonly record: FactImport }) {
  const { id, counts } = props.record;
  const { t } = useTranslation('facts');
  const errorText = useErrorText();
  const inWords = useRefusalWords();
  const elsewhere = (
    <Text size="sm" c="dimmed">
      {t('history.elsewhere')}
    </Text>
  );
  return (
    <Stack gap="md">
      <FactCountTiles counts={counts} />
      <RefusedReport
        importId={id}
        topic="facts"
        ask={(client, offset, signal) =>
          client.facts.report({ importId: id, offset }, signal ? { signal } : {})
        }
        inWords={inWords}
        errorText={errorText}
        {...(counts.read > counts.stored ? { elsewhere } : {})}
      />
    </Stack>
  );
}
