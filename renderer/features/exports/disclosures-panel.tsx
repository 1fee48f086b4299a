import { Button, Group, Loader } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../client/error-text.ts';
import { pagedQuestionOptions } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { DisclosureRow } from './disclosure-row.tsx';
import classes from './disclosures-panel.module.css';

const PAGE_ROWS = 10;

/** What left this desk: every export and print, the newest first, with the way back to its list. */
export function DisclosuresPanel() {
  const { t } = useTranslation('exports');
  const client = useWorkbench();
  const errorText = useErrorText();
  const answer = useInfiniteQuery(
    pagedQuestionOptions(client, {
      topics: ['exports'],
      key: ['exports.disclosures'],
      ask: (workbench, cursor, signal) =>
        workbench.exports.disclosures({ cursor, limit: PAGE_ROWS }, { signal }),
    }),
  );
  const rows = answer.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel title={t('left.title')} flush>
      {answer.isPending && <Loader size="sm" m="md" role="status" aria-label={t('left.loading')} />}
      {answer.isError && (
        <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.isSuccess && rows.length === 0 && (
        <EmptyState
          icon={<IconFileExport size={22} />}
          title={t('left.none')}
          text={t('left.noneText')}
        />
      )}
      {rows.length > 0 && (
        <ul className={classes.list}>
          {rows.map((row) => (
            <li key={row.id} className={classes.row}>
              <DisclosureRow disclosure={row} />
            </li>
          ))}
        </ul>
      )}
      {answer.hasNextPage && (
        <Group justify="center" p="xs">
          <Button
            variant="default"
            size="compact-sm"
            loading={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {t('left.more')}
          </Button>
        </Group>
      )}
    </Panel>
  );
}
