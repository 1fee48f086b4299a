import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useDeskState } from '../../client/desk-state.ts';
import { Page } from '../../ui/page.tsx';
import { DisclosuresPanel } from '../exports/index.ts';
import { AboutPanel } from './about-panel.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { IdleLockPanel } from './idle-lock-panel.tsx';
import { PassphrasePanel } from './passphrase-panel.tsx';
import { PreferencesPanel } from './preferences-panel.tsx';

/** Everything about this desk and the officer's own file. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const desk = useDeskState().data;
  return (
    <Page title={t('title')} description={t('description')}>
      {desk && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" mb="md">
          <Stack gap="md">
            <BackupPanel />
            <PreferencesPanel />
          </Stack>
          <Stack gap="md">
            <PassphrasePanel />
            <IdleLockPanel minutes={desk.idleLockMinutes} />
            <AboutPanel desk={desk} />
          </Stack>
        </SimpleGrid>
      )}
      <DisclosuresPanel />
    </Page>
  );
}
