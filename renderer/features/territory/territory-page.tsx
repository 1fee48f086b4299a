import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { BasemapPanel } from '../basemap/index.ts';
import { ImportsPanel } from './import/imports-panel.tsx';
import { TerritoryWizard } from './import/territory-wizard.tsx';
import { NeighbourhoodsPanel } from './neighbourhoods-panel.tsx';
import { FirstSteps, OverviewPanel } from './overview-panel.tsx';
import { useTerritorySummary, useZoneVersion } from './queries.ts';
import { ZoneVersionPanel } from './zone-version-panel.tsx';

/** The territory as data: what there is, who answers for it, and how it comes in. */
export function TerritoryPage() {
  const { t } = useTranslation('territory');
  const errorText = useErrorText();
  const summary = useTerritorySummary();
  const [importing, { open, close }] = useDisclosure(false);
  const version = useZoneVersion().data;
  const empty = summary.data?.bounds === null && summary.data.streets === 0;
  const mayImport = version?.mayImport ?? true;
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        empty || !mayImport ? null : (
          <Button leftSection={<IconFileImport size={18} aria-hidden />} onClick={open}>
            {t('import.open')}
          </Button>
        )
      }
    >
      <Stack gap="md">
        {summary.isError ? <FailureNotice text={errorText(summary.error)} /> : null}
        {version ? <ZoneVersionPanel state={version} /> : null}
        {empty ? mayImport && <FirstSteps onStart={open} /> : <OverviewPanel />}
        {empty ? null : <NeighbourhoodsPanel />}
        <BasemapPanel />
        <ImportsPanel />
      </Stack>
      <TerritoryWizard opened={importing} onClose={close} />
    </Page>
  );
}
