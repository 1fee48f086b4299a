import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { acceptDeskState } from '../../client/desk-state.ts';
import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { Panel } from '../../ui/panel.tsx';

const CHOICES = [1, 2, 5, 10, 15, 30, 60, 120] as const;

export function IdleLockPanel(props: { readonly minutes: number }) {
  const { t } = useTranslation('desk');
  const client = useWorkbench();
  const queries = useQueryClient();
  const report = useReporter();
  const choices = [...new Set([...CHOICES, props.minutes])].toSorted((one, other) => one - other);

  const change = async (minutes: number): Promise<void> => {
    acceptDeskState(queries, await client.desk.setIdleLock({ minutes }));
  };
  return (
    <Panel title={t('idle.title')}>
      <NativeSelect
        label={t('idle.label')}
        description={t('idle.hint')}
        value={String(props.minutes)}
        data={choices.map((count) => ({
          value: String(count),
          label: t('idle.minutes', { count }),
        }))}
        onChange={(event) => {
          report(change(Number(event.currentTarget.value)));
        }}
      />
    </Panel>
  );
}
