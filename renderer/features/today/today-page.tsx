import { Badge, Button, Skeleton, Stack } from '@mantine/core';
import { IconHeartHandshake, IconMessagePlus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { dayOf } from '#shared/lib/dates.ts';

import { useErrorText } from '../../client/error-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { DraftList, LatestContacts, useQuickLog } from '../contacts/index.ts';
import { PromiseList, useOpenPromises } from '../promises/index.ts';
import { RecoveryBanner } from './recovery-banner.tsx';
import classes from './today-page.module.css';

/** What asks for attention: promises by date, what was left unfinished, what happened last. */
export function TodayPage() {
  const { t } = useTranslation('today');
  const formats = useFormats();
  const errorText = useErrorText();
  const quickLog = useQuickLog();
  const promises = useOpenPromises();
  const today = dayOf(new Date().toISOString());
  const late = promises.data?.filter(({ dueOn }) => dueOn < today).length ?? 0;
  return (
    <Page title={t('title')} description={formats.longDay(today)}>
      <RecoveryBanner />
      <div className={classes.columns}>
        <Panel
          flush
          title={t('promises')}
          aside={late > 0 && <Badge color="orange">{t('late', { count: late })}</Badge>}
        >
          {promises.isPending && (
            <Stack p="md" gap="sm" aria-hidden>
              <Skeleton height={40} />
              <Skeleton height={40} />
              <Skeleton height={40} />
            </Stack>
          )}
          {promises.isError && <FailureNotice text={errorText(promises.error)} />}
          {promises.data?.length === 0 && (
            <EmptyState
              icon={<IconHeartHandshake size={22} />}
              title={t('noPromises')}
              text={t('noPromisesText')}
            />
          )}
          {promises.data && promises.data.length > 0 && <PromiseList promises={promises.data} />}
        </Panel>
        <Stack gap="md">
          <DraftList />
          <Panel flush title={t('latest')}>
            <LatestContacts
              empty={
                <EmptyState
                  icon={<IconMessagePlus size={22} />}
                  title={t('noContacts')}
                  text={t('noContactsText')}
                  action={
                    <Button
                      leftSection={<IconPlus size={16} aria-hidden />}
                      onClick={() => {
                        quickLog.open();
                      }}
                    >
                      {t('first')}
                    </Button>
                  }
                />
              }
            />
          </Panel>
        </Stack>
      </div>
    </Page>
  );
}
