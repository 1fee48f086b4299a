import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Refusal } from '#shared/domain/actions/action.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useCodes } from '../../../client/codes.ts';
import { useReporter } from '../../../client/reporter.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import classes from './tailoring.module.css';

/** A proposal that was refused, why, and the way back. */
export function RefusedRow(props: {
  readonly actionId: Id;
  readonly refusal: Refusal;
  readonly stretch: string;
}) {
  const { actionId: id, refusal, stretch } = props;
  const { t } = useTranslation('tailoring');
  const codes = useCodes();
  const client = useWorkbench();
  const report = useReporter();
  const type = codes.name('task-type', refusal.type);
  return (
    <div className={classes.refused}>
      <div>
        <Text size="sm">{t('refusedBefore', { type })}</Text>
        <Text size="sm" c="dimmed">
          {refusal.reason}
        </Text>
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        flex="none"
        aria-label={t('restoreOf', { name: `${type}, ${stretch}` })}
        onClick={() => {
          report(client.actions.restoreProposal({ id, refusal }));
        }}
      >
        {t('restore')}
      </Button>
    </div>
  );
}
