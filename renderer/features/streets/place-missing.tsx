import { Button, Skeleton, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';

/** What stands in the place of a page while it loads, when it failed, and when there is no such place. */
export function PlaceMissing(props: {
  readonly answer: UseQueryResult<unknown>;
  readonly isAbsent: boolean;
  readonly absentTitle: string;
}) {
  const { answer, isAbsent } = props;
  const { t } = useTranslation('streets');
  const { t: common } = useTranslation();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const title = isAbsent
    ? props.absentTitle
    : answer.isError
      ? common('failedTitle')
      : common('loading');
  return (
    <Page title={title}>
      {answer.isPending && (
        <Stack aria-hidden>
          <Skeleton height={180} />
          <Skeleton height={180} />
        </Stack>
      )}
      {answer.isError && !isAbsent && (
        <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {isAbsent && (
        <Stack align="flex-start">
          <Text>{t('gone')}</Text>
          <Button
            variant="default"
            onClick={() => {
              void navigate({ to: '/contacts', search: {} });
            }}
          >
            {t('toContacts')}
          </Button>
        </Stack>
      )}
    </Page>
  );
}
