import { Tooltip } from '@mantine/core';
import { IconDeviceFloppy, IconPlugConnectedX, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { WorkbenchClient } from '#shared/contract/contract.ts';

import { useDeskState } from '../client/desk-state.ts';
import { useQuestion } from '../client/queries.ts';
import { useConnectionStatus } from '../client/workbench.tsx';
import { LineFact } from '../features/sync/index.ts';
import classes from './frame.module.css';

/**
 * Who is at work, what exists only here, and whether a centre is reached. Never a bare percentage, and nothing of what
 * the workbench said last while it does not answer.
 */
export function StatusBar() {
  const { t } = useTranslation('frame');
  const connection = useConnectionStatus();
  const isAway = connection === 'lost' || connection === 'refused';
  const officer = useDeskState().data?.officer;
  const summary = useQuestion({
    topics: ['outbox'],
    key: ['outbox.summary'],
    ask: (client, signal) => client.outbox.summary(undefined, { signal }),
  }).data;
  const onlyHereText = ({ onlyHere, notTaken }: OnlyHere): string => {
    if (onlyHere + notTaken === 0) return t('nothingOnlyHere');
    return [
      ...(onlyHere > 0 ? [t('onlyHere', { count: onlyHere })] : []),
      ...(notTaken > 0 ? [t('notTaken', { count: notTaken })] : []),
    ].join(' · ');
  };
  return (
    <footer className={classes.status} aria-label={t('status')}>
      {officer && (
        <div className={classes.fact}>
          <IconUser size={14} aria-hidden />
          <span>{t('signedIn', { name: officer.displayName })}</span>
        </div>
      )}
      {isAway && (
        <div className={classes.fact} data-testid="away">
          <IconPlugConnectedX size={14} aria-hidden />
          <span>{t('away')}</span>
        </div>
      )}
      {!isAway && summary && (
        <Tooltip label={t('onlyHereHint')} multiline maw={320} events={TOOLTIP_EVENTS}>
          <div className={classes.fact} tabIndex={0} role="note" data-testid="only-here">
            <IconDeviceFloppy size={14} aria-hidden />
            <span>{onlyHereText(summary)}</span>
          </div>
        </Tooltip>
      )}
      {!isAway && <LineFact />}
    </footer>
  );
}

type OnlyHere = Awaited<ReturnType<WorkbenchClient['outbox']['summary']>>;

const TOOLTIP_EVENTS = { hover: true, focus: true, touch: true };
