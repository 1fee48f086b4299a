import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { FactImport, RefusedFactRow } from '#shared/contract/facts.ts';

import { useErrorText } from '../../../client/error-text.ts';
import { useQuestion } from '../../../client/queries.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { type RefusedLine, RefusedRows } from '../../territory/index.ts';
import { FactCountTiles } from './fact-counts.tsx';
import { useRefusalWords } from './refusal-words.ts';

/** What an import did, with every row that it left out. */
export function FactReport(props: { readonly record: FactImport }) {
  const { id, counts } = props.record;
  const { t } = useTranslation('facts');
  const client = useWorkbench();
  const errorText = useErrorText();
  const inWords = useRefusalWords();
  const [problem, setProblem] = useState<unknown>(null);
  const first = useQuestion({
    topics: ['facts'],
    key: ['facts.report', id],
    ask: (workbench, signal) => workbench.facts.report({ importId: id, offset: 0 }, { signal }),
  });
  const fetchAll = async (): Promise<readonly RefusedLine[]> => {
    const all: RefusedFactRow[] = [];
    for (;;) {
      const { refused, total } = await client.facts.report({ importId: id, offset: all.length });
      all.push(...refused);
      if (refused.length === 0 || all.length >= total) return all.map(inWords);
    }
  };
  const failure = problem ?? first.error;
  const isElsewhere = first.data?.total === 0 && counts.read > counts.stored;
  return (
    <Stack gap="md">
      <FactCountTiles counts={counts} />
      {failure ? <FailureNotice text={errorText(failure)} /> : null}
      {isElsewhere ? (
        <Text size="sm" c="dimmed">
          {t('history.elsewhere')}
        </Text>
      ) : null}
      {first.data && !isElsewhere ? (
        <RefusedRows
          rows={first.data.refused.map(inWords)}
          total={first.data.total}
          fetchAll={fetchAll}
          onProblem={setProblem}
        />
      ) : null}
    </Stack>
  );
}
