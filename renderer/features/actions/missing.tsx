import { Skeleton } from '@mantine/core';
import { IconFolders } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';
import classes from './actions.module.css';

const ABSENT: ReadonlySet<string> = new Set(['NOT_FOUND', 'INVALID_FIELD', 'INVALID_INPUT']);

/** What stands in the place of a page whose row is not there, or not yet. */
export function Missing(props: {
  readonly answer: UseQueryResult<unknown>;
  readonly title: string;
}) {
  const { answer } = props;
  const { t } = useTranslation('actions');
  const errorText = useErrorText();
  if (answer.isError && ABSENT.has(failureOf(answer.error).code)) {
    return (
      <Page title={props.title}>
        <EmptyState
          icon={<IconFolders size={22} />}
          title={props.title}
          text={t('goneText')}
          action={
            <Link className={classes.link} to="/dossiers" search={{}}>
              {t('dossiers')}
            </Link>
          }
        />
      </Page>
    );
  }
  return (
    <Page title=" ">
      {answer.isError ? (
        <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />
      ) : (
        <Skeleton height={240} aria-hidden />
      )}
    </Page>
  );
}
