import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { hasEnded } from '#shared/domain/actions/action.ts';
import { type Deal, DEAL_SIDES, type DealSide, openSides } from '#shared/domain/actions/deal.ts';

import { useReporter } from '../../client/reporter.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './actions.module.css';
import { DealDialog } from './deal-dialog.tsx';
import { DealDoneDialog } from './deal-done-dialog.tsx';
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
        !hasEnded(action) && (
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
        )
      }
    >
      {action.deals.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('deal.none')}
        </Text>
      )}
      <Stack gap="md">
        {action.deals.map((deal) => (
          <OneDeal key={deal.id} action={action} page={page} deal={deal} />
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

function OneDeal(props: {
  readonly action: PlannedAction;
  readonly page: DossierPage;
  readonly deal: Deal;
}) {
  const { deal } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const report = useReporter();
  const offerUndo = useUndoNotice();
  const headOf = useDealHead();
  const [opened, setOpened] = useState<DealSide | 'correct'>();
  const close = (): void => {
    setOpened(undefined);
  };
  const open = openSides(deal);
  const change = (
    after: Parameters<typeof client.actions.changeDeal>[0]['changes'],
    before: typeof after,
    message: string,
  ): void => {
    report(
      client.actions.changeDeal({ id: deal.id, changes: after }).then(() => {
        offerUndo({
          id: deal.id,
          message,
          undo: () => client.actions.changeDeal({ id: deal.id, changes: before, seen: after }),
        });
      }),
    );
  };
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
        {DEAL_SIDES.map((side) => {
          const field = `${side}DoneOn` as const;
          const doneOn = deal[field];
          if (doneOn === null && !open.includes(side)) return null;
          return (
            <Small
              key={side}
              text={t(doneOn === null ? `deal.${side}Done` : `deal.${side}Undone`)}
              onPress={() => {
                if (doneOn === null) setOpened(side);
                else change({ [field]: null }, { [field]: doneOn }, t('deal.undoneNoted'));
              }}
            />
          );
        })}
        {!hasEnded(props.action) && (
          <Small
            text={t('deal.correct')}
            onPress={() => {
              setOpened('correct');
            }}
          />
        )}
        <Small
          text={t('deal.withdraw')}
          onPress={() => {
            change({ withdrawn: true }, { withdrawn: false }, t('deal.withdrawn'));
          }}
        />
      </Group>
      {opened === 'correct' && <DealDialog {...props} onClose={close} />}
      {(opened === 'they' || opened === 'we') && (
        <DealDoneDialog deal={deal} side={opened} onClose={close} />
      )}
    </div>
  );
}

function Small(props: { readonly text: string; readonly onPress: () => void }) {
  return (
    <Button size="compact-sm" variant="default" onClick={props.onPress}>
      {props.text}
    </Button>
  );
}
