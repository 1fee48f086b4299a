import { Anchor, Button, Stack } from '@mantine/core';
import { IconMessagePlus, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { dayOf } from '#shared/lib/dates.ts';

import { holdingsOf, useNeighbourhoods } from '../../client/neighbourhoods.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { DuePanel, EyesPanel, ObjectedPanel } from '../actions/index.ts';
import { SetAsidePanel } from '../administration/index.ts';
import { DraftList, LatestContacts, useQuickLog } from '../contacts/index.ts';
import { PromisesOfToday } from './promises-of-today.tsx';
import { RecoveryBanner } from './recovery-banner.tsx';
import classes from './today-page.module.css';
import { UnfinishedTexts } from './unfinished-texts.tsx';

/** What asks for attention: promises by date, what was left unfinished, what happened last. */
export function TodayPage() {
  const { t } = useTranslation('today');
  const formats = useFormats();
  const quickLog = useQuickLog();
  const holdsNothing = holdingsOf(useNeighbourhoods().data) === 'none';
  const today = dayOf(new Date().toISOString());
  return (
    <Page title={t('title')} description={formats.longDay(today)}>
      <RecoveryBanner />
      <div className={classes.columns}>
        <PromisesOfToday />
        <Stack gap="md">
          <SetAsidePanel />
          <ObjectedPanel />
          <EyesPanel />
          <DuePanel />
          <DraftList />
          <UnfinishedTexts />
          <Panel
            flush
            title={t('latest')}
            aside={
              <Anchor size="sm" renderRoot={(rest) => <Link {...rest} to="/contacts" />}>
                {t('allContacts')}
              </Anchor>
            }
          >
            <LatestContacts
              empty={
                <EmptyState
                  icon={<IconMessagePlus size={22} />}
                  title={t('noContacts')}
                  text={t(holdsNothing ? 'noContactsHeld' : 'noContactsText')}
                  action={
                    !holdsNothing && (
                      <Button
                        leftSection={<IconPlus size={16} aria-hidden />}
                        onClick={() => {
                          quickLog.open();
                        }}
                      >
                        {t('first')}
                      </Button>
                    )
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
