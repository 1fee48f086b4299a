import { Loader } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import type { ChangeTopic } from '#shared/contract/desk.ts';

import { useQuestion } from '../client/queries.ts';
import { useWorkbench } from '../client/workbench.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { type RefusedLine, RefusedRows } from './refused-rows.tsx';

interface RefusedPage<Row> {
  readonly refused: readonly Row[];
  readonly total: number;
}

/** The rows that an import left out: the first ones, and on saving all of them. */
export function RefusedReport<Row>(props: {
  readonly importId: string;
  readonly topic: ChangeTopic;
  readonly ask: (
    client: WorkbenchClient,
    offset: number,
    signal?: AbortSignal,
  ) => Promise<RefusedPage<Row>>;
  readonly inWords: (row: Row) => RefusedLine;
  readonly errorText: (error: unknown) => string;
  /** What stands in the place of an empty report although rows were left out. */
  readonly elsewhere?: ReactNode;
}) {
  const { importId, topic, ask, inWords } = props;
  const { t } = useTranslation();
  const client = useWorkbench();
  const [problem, setProblem] = useState<unknown>(null);
  const first = useQuestion({
    topics: [topic],
    key: [topic, 'refused', importId],
    ask: (workbench, signal) => ask(workbench, 0, signal),
  });
  const fetchAll = async (): Promise<readonly RefusedLine[]> => {
    const all: Row[] = [];
    for (;;) {
      const { refused, total } = await ask(client, all.length);
      all.push(...refused);
      if (refused.length === 0 || all.length >= total) return all.map(inWords);
    }
  };
  const failure = problem ?? first.error;
  if (first.isPending) return <Loader size="sm" role="status" aria-label={t('loading')} />;
  const rows =
    first.data &&
    (first.data.total === 0 && props.elsewhere ? (
      props.elsewhere
    ) : (
      <RefusedRows
        rows={first.data.refused.map(inWords)}
        total={first.data.total}
        fetchAll={fetchAll}
        onProblem={setProblem}
      />
    ));
  return (
    <>
      {failure ? <FailureNotice text={props.errorText(failure)} /> : null}
      {rows}
    </>
  );
}
