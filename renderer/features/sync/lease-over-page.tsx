import { Alert, Skeleton, Stack, Text } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../client/error-text.ts';
import { useSyncState } from '../../client/sync-state.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ParcelPanel } from '../parcels/index.ts';
import { ConnectionPanel } from './connection-panel.tsx';
import classes from './sync.module.css';

/** What is left to do when the centre has not heard of the officer for too long: sign in, or hand over. */
export function LeaseOverPage({ actions }: { readonly actions: ReactNode }) {
  const { t } = useTranslation('sync');
  const errorText = useErrorText();
  const state = useSyncState();
  // What is under way is not at the centre before it answers.
  const waiting = state.data ? state.data.onlyHere + state.data.underWay : 0;
  return (
    <Page title={t('lease.title')} description={t('lease.description')} actions={actions}>
      {state.isPending && <Skeleton height={200} />}
      {state.isError && (
        <FailureNotice text={errorText(state.error)} onRetry={() => void state.refetch()} />
      )}
      {state.data && (
        <Stack gap="md">
          <Alert color="orange" role="note" icon={<IconCalendarOff size={20} />}>
            <Text size="sm">{t('lease.whatToDo')}</Text>
            <Text size="sm">
              {waiting === 0 ? t('lease.nothingOnlyHere') : t('lease.onlyHere', { count: waiting })}
            </Text>
          </Alert>
          <div className={classes.columns}>
            <ConnectionPanel state={state.data} />
            <ParcelPanel />
          </div>
        </Stack>
      )}
    </Page>
  );
}
