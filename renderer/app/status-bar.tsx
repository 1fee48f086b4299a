import { Tooltip } from '@mantine/core';
import { IconDeviceFloppy, IconPlugConnectedX, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

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
  const onlyHere = useQuestion({
    topics: ['outbox'],
    key: ['outbox.summary'],
    ask: (client, signal) => client.outbox.summary(undefined, { signal }),
  }).data?.onlyHere;
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
      {!isAway && onlyHere !== undefined && (
        <Tooltip label={t('onlyHereHint')} multiline maw={320} events={TOOLTIP_EVENTS}>
          <div className={classes.fact} tabIndex={0} role="note" data-testid="only-here">
            <IconDeviceFloppy size={14} aria-hidden />
            <span>
              {onlyHere === 0 ? t('nothingOnlyHere') : t('onlyHere', { count: onlyHere })}
            </span>
          </div>
        </Tooltip>
      )}
      {!isAway && <LineFact />}
    </footer>
  );
}

const TOOLTIP_EVENTS = { hover: true, focus: true, touch: true };
