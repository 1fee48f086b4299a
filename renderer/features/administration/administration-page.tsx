import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { Page } from '../../ui/page.tsx';
import { AccountsPanel } from './accounts-panel.tsx';
import { ActsPanel } from './acts-panel.tsx';
import classes from './administration.module.css';
import { AreasPanel } from './areas-panel.tsx';
import { DesksPanel } from './desks-panel.tsx';
import { RightsPanel } from './rights-panel.tsx';

const PARTS = {
  accounts: AccountsPanel,
  rights: RightsPanel,
  desks: DesksPanel,
  areas: AreasPanel,
  acts: ActsPanel,
} as const;
const PART_NAMES = ['accounts', 'rights', 'desks', 'areas', 'acts'] as const;

/** Which part is shown, as it stands in the address. */
export const administrationSearchSchema = z.object({
  part: z.enum(PART_NAMES).optional().catch(undefined),
});

/** Accounts, rights and desks of the zone, as the centre has them now. */
export function AdministrationPage() {
  const { t } = useTranslation('administration');
  const navigate = useNavigate();
  const part = useSearch({ from: '/administration' }).part ?? 'accounts';
  const Part = PARTS[part];
  return (
    <Page title={t('title')} description={t('description')}>
      <Tabs
        orientation="vertical"
        keepMounted={false}
        value={part}
        classNames={{
          root: classes.parts ?? '',
          tab: classes.part ?? '',
          panel: classes.panel ?? '',
        }}
        onChange={(chosen) => {
          const next = PART_NAMES.find((known) => known === chosen);
          void navigate({ to: '/administration', search: { part: next }, replace: true });
        }}
      >
        <Tabs.List aria-label={t('title')}>
          {PART_NAMES.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`part.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={part}>
          <Part />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
