import { Button, Stack, Tabs, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { HeldNote } from '../../client/held-note.tsx';
import { useLeads } from '../../client/role.ts';
import { Page } from '../../ui/page.tsx';
import { FactList } from './fact-list.tsx';
import { FactWizard } from './import/fact-wizard.tsx';
import { ImportsPanel } from './import/imports-panel.tsx';
import { SourcesPanel } from './sources-panel.tsx';
import { WeightsPanel } from './weights/weights-panel.tsx';

const TABS = ['imports', 'list', 'weights'] as const;

/** Which part is shown, as it stands in the address. */
export const factsSearchSchema = z.object({ tab: z.enum(TABS).optional().catch(undefined) });

/** Recorded facts: where they come from, what they are, and what they weigh. */
export function FactsPage() {
  const { t } = useTranslation('facts');
  const navigate = useNavigate();
  const tab = useSearch({ from: '/facts' }).tab ?? 'imports';
  const mayLead = useLeads();
  const [importing, { open, close }] = useDisclosure(false);
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        mayLead ? (
          <Button leftSection={<IconFileImport size={18} aria-hidden />} onClick={open}>
            {t('import.open')}
          </Button>
        ) : (
          <Text size="sm" c="dimmed" maw={320}>
            {t('import.forLeads')}
          </Text>
        )
      }
    >
      <HeldNote />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(chosen) => {
          const next = TABS.find((known) => known === chosen);
          void navigate({ to: '/facts', search: { tab: next }, replace: true });
        }}
      >
        <Tabs.List aria-label={t('title')} mb="md">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="imports">
          <Stack gap="md">
            <SourcesPanel />
            <ImportsPanel />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="list">
          <FactList />
        </Tabs.Panel>
        <Tabs.Panel value="weights">
          <WeightsPanel />
        </Tabs.Panel>
      </Tabs>
      <FactWizard opened={importing} onClose={close} />
    </Page>
  );
}
