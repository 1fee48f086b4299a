import { Button, Skeleton } from '@mantine/core';
import { IconCloudOff, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { useSyncState } from '../../client/sync-state.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';

/** What the centre answered, or why it is not there: without a connection nothing of it is shown. */
export function AtCentre<Answer>(props: {
  readonly answer: UseQueryResult<Answer>;
  /** Who may see it, for whoever may not. */
  readonly whose: 'administration' | 'quarantine';
  readonly children: (answer: Answer) => ReactNode;
}) {
  const { answer, whose } = props;
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const errorText = useErrorText();
  // What was heard before the line broke may not hold any more, and nothing can be done about it now.
  const isAway = useSyncState().data?.connection === 'unreachable';
  if (answer.isPending) return <Skeleton height={240} aria-label={common('loading')} />;
  if (!answer.isError && !isAway) return props.children(answer.data);
  const { code, data } = failureOf(answer.error);
  const retry = (): void => {
    void answer.refetch();
  };
  if (code === 'NOT_ENROLLED') {
    return (
      <EmptyState
        icon={<IconPlugConnectedX size={24} />}
        title={t('noCentre')}
        text={t('noCentreText')}
        action={
          <Button variant="default" renderRoot={(rest) => <Link {...rest} to="/sync" />}>
            {t('toSync')}
          </Button>
        }
      />
    );
  }
  if (isAway || code === 'CENTRE_UNREACHABLE') {
    return (
      <EmptyState
        icon={<IconCloudOff size={24} />}
        title={t('away')}
        text={t('awayText')}
        action={
          <Button variant="default" loading={answer.isFetching} onClick={retry}>
            {common('retry')}
          </Button>
        }
      />
    );
  }
  if (code === 'CENTRE_REFUSED' && data.code === 'FORBIDDEN') {
    return (
      <EmptyState
        icon={<IconLock size={24} />}
        title={t(`${whose}Only`)}
        text={t(`${whose}OnlyText`)}
      />
    );
  }
  return <FailureNotice text={errorText(answer.error)} onRetry={retry} />;
}
