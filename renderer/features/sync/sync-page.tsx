import { Button, Skeleton, Stack } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { dayOf } from '#shared/lib/dates.ts';

import { useErrorText } from '../../client/error-text.ts';
import { useSyncState } from '../../client/sync-state.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ParcelPanel } from '../parcels/index.ts';
import { ArrivalsPanel } from './arrivals-panel.tsx';
import { AttentionPanel } from './attention-panel.tsx';
import { ConnectionPanel } from './connection-panel.tsx';
import { OperationsPanel } from './operations-panel.tsx';
import classes from './sync.module.css';

/** Where everything is that was made here, and what came in; what needs the officer first. */
export function SyncPage() {
  const { t } = useTranslation('sync');
  const errorText = useErrorText();
  const state = useSyncState();
  const day = dayOf(new Date().toISOString());
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <Button
          variant="default"
          leftSection={<IconFileText size={16} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/changes-print" search={{ day }} />}
        >
          {t('sheet.open')}
        </Button>
      }
    >
      {state.isPending && <Skeleton height={200} />}
      {state.isError && (
        <FailureNotice text={errorText(state.error)} onRetry={() => void state.refetch()} />
      )}
      {state.data && (
        <div className={classes.columns}>
          <Stack gap="md">
            <AttentionPanel />
            <OperationsPanel
              onlyHere={state.data.onlyHere}
              underWay={state.data.underWay}
              files={state.data.files}
            />
          </Stack>
          <Stack gap="md">
            <ConnectionPanel state={state.data} />
            {state.data.enrolment !== null && <ParcelPanel />}
            <ArrivalsPanel />
          </Stack>
        </div>
      )}
    </Page>
  );
}
