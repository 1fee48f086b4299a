import { Anchor, Badge, Button, Group, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { dayOf } from '#shared/lib/dates.ts';

import { useErrorText } from '../../client/error-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StandInNote } from '../absences/index.ts';
import { PromiseAgenda, useOpenPromises } from '../promises/index.ts';
import classes from './today-page.module.css';
import { useMyPromises } from './use-my-promises.ts';

/** Open promises by urgency: those that concern this officer, or everybody's. */
export function PromisesOfToday() {
  const { t } = useTranslation('today');
  const errorText = useErrorText();
  const open = useOpenPromises();
  const mine = useMyPromises(open.data);
  const [whose, setWhose] = useState<'mine' | 'everybody'>('mine');
  const shown = whose === 'mine' ? mine : open.data;
  const today = dayOf(new Date().toISOString());
  const late = shown?.filter(({ dueOn }) => dueOn < today).length ?? 0;
  return (
    <Panel
      flush
      title={t('promises')}
      aside={
        <Group gap="sm">
          {late > 0 && <Badge color="orange">{t('late', { count: late })}</Badge>}
          <Anchor size="sm" renderRoot={(rest) => <Link {...rest} to="/promises" search={{}} />}>
            {t('all')}
          </Anchor>
        </Group>
      }
    >
      <StandInNote />
      {open.isError && (
        <FailureNotice text={errorText(open.error)} onRetry={() => void open.refetch()} />
      )}
      {(open.data?.length ?? 0) > 0 && (
        <div className={classes.whose}>
          <SegmentedControl
            size="xs"
            aria-label={t('whose')}
            value={whose}
            data={[
              { value: 'mine', label: `${t('mine')} (${mine?.length ?? 0})` },
              { value: 'everybody', label: `${t('everybody')} (${open.data?.length ?? 0})` },
            ]}
            onChange={(next) => {
              setWhose(next === 'everybody' ? 'everybody' : 'mine');
            }}
          />
        </div>
      )}
      {!open.isError && shown === undefined && (
        <Stack p="md" gap="sm" aria-hidden>
          <Skeleton height={40} />
          <Skeleton height={40} />
          <Skeleton height={40} />
        </Stack>
      )}
      {open.data?.length === 0 && (
        <EmptyState
          icon={<IconHeartHandshake size={22} />}
          title={t('noPromises')}
          text={t('noPromisesText')}
        />
      )}
      {shown && shown.length > 0 && <PromiseAgenda promises={shown} />}
      {shown?.length === 0 && (open.data?.length ?? 0) > 0 && (
        <EmptyState
          icon={<IconHeartHandshake size={22} />}
          title={t('noneMine')}
          text={t('noneMineText', { count: open.data?.length ?? 0 })}
          action={
            <Button
              variant="default"
              onClick={() => {
                setWhose('everybody');
              }}
            >
              {t('showAll')}
            </Button>
          }
        />
      )}
    </Panel>
  );
}
