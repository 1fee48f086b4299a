import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ImportRecord } from '#shared/contract/territory.ts';

import { RefusedReport } from '../../../importing/refused-report.tsx';
import { TerritoryCounts } from './counts.tsx';
import { useRefusalWords } from './refusal-words.ts';
import { useImportError } from './use-import-error.ts';

/** What an import did, with every row it refused. */
export function ImportReport(props: { readonly record: ImportRecord }) {
  const { id, counts, credit } = props.record;
  const { t } = useTranslation('territory');
  const errorText = useImportError();
  const inWords = useRefusalWords();
  return (
    <Stack gap="md">
      {credit === '' ? null : (
        <Text size="sm" c="dimmed">
          {t('import.credit.onMap', { credits: credit })}
        </Text>
      )}
      <TerritoryCounts counts={counts} />
      <RefusedReport
        importId={id}
        topic="territory"
        ask={(client, offset, signal) =>
          client.territory.importReport({ importId: id, offset }, signal ? { signal } : {})
        }
        inWords={inWords}
        errorText={errorText}
      />
    </Stack>
  );
}
