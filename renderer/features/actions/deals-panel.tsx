import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import type { Deal } from '#shared/domain/actions/deal.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './actions.module.css';
import { DealDialog } from './deal-dialog.tsx';
import { useDealHead } from './deal-words.ts';

/** What was agreed with partners, and how both sides keep it. */
export function DealsPanel(props: { readonly action: PlannedAction; readonly page: DossierPage }) {
  const { action, page } = props;
  const { t } = useTranslation('actions');
  const [isNew, setNew] = useState(false);
  return (
    <Panel
      title={t('deal.title')}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => {
            setNew(true);
          }}
        >
          {t('deal.add')}
        </Button>
      }
    >
      {action.deals.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('deal.none')}
        </Text>
      )}
      <Stack gap="md">
        {action.deals.map((deal) => (
          <OneDeal key={deal.id} deal={deal} />
        ))}
      </Stack>
      {isNew && (
        <DealDialog
          action={action}
          page={page}
          onClose={() => {
            setNew(false);
          }}
        />
      )}
    </Panel>
  );
}

function OneDeal(props: { readonly deal: Deal }) {
  const { deal } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const report = useReporter();
  const headOf = useDealHead();
  const today = dayOf(new Date().toISOString());
  return (
    <div>
      <Facts rows={headOf(deal)} />
      <Group gap="xs" mt="xs">
        <Link
          className={classes.link}
          to="/deal-print/$dealId"
          params={{ dealId: deal.id }}
          search={{ dossier: deal.dossierId }}
        >
          {t('deal.sheet')}
        </Link>
        {deal.theyDoneOn === null && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              report(client.actions.changeDeal({ id: deal.id, changes: { theyDoneOn: today } }));
            }}
          >
            {t('deal.theyDone')}
          </Button>
        )}
        {deal.weDo !== '' && deal.weDoneOn === null && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              report(client.actions.changeDeal({ id: deal.id, changes: { weDoneOn: today } }));
            }}
          >
            {t('deal.weDone')}
          </Button>
        )}
      </Group>
    </div>
  );
}
