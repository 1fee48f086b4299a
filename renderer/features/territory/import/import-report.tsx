import { Loader, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportRecord } from '#shared/contract/territory.ts';

import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { CountTiles } from './counts.tsx';
import { useRefusalWords } from './refusal-words.ts';
import { RefusedRows } from './refused-rows.tsx';
import { useImportError } from './use-import-error.ts';
import { useReport } from './use-report.ts';

/** What an import did, with every row it refused. */
export function ImportReport(props: { readonly record: ImportRecord }) {
  const { record } = props;
  const { t } = useTranslation();
  const { t: territory } = useTranslation('territory');
  const errorText = useImportError();
  const { first, fetchAll } = useReport(record.id);
  const [problem, setProblem] = useState<unknown>(null);
  const failure = problem ?? first.error;
  const inWords = useRefusalWords();
  return (
    <Stack gap="md">
      {record.credit === '' ? null : (
        <Text size="sm" c="dimmed">
          {territory('import.credit.onMap', { credits: record.credit })}
        </Text>
      )}
      <CountTiles counts={record.counts} />
      {failure ? <FailureNotice text={errorText(failure)} /> : null}
      {first.data ? (
        <RefusedRows
          rows={first.data.refused.map(inWords)}
          total={first.data.total}
          fetchAll={async () => (await fetchAll()).map(inWords)}
          onProblem={setProblem}
        />
      ) : first.isPending ? (
        <Loader size="sm" role="status" aria-label={t('loading')} />
      ) : null}
    </Stack>
  );
}
