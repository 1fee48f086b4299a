import {
  IconAlertTriangle,
  IconClockExclamation,
  IconCloudCheck,
  IconCloudOff,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useSyncState } from '../../client/sync-state.ts';
import { useFormats } from '../../ui/formats.ts';
import { isClockOff } from './clock-off.ts';
import classes from './line-fact.module.css';

/** Whether the centre is reached, as it answered last, whether the clock is right, and whether anything needs the officer. */
export function LineFact() {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const state = useSyncState().data;
  if (!state) return null;
  const { connection, lastContactAt, needsAttention } = state;
  const words =
    connection !== 'unreachable'
      ? t(`bar.${connection}`)
      : lastContactAt === null
        ? t('bar.unreachableNever')
        : t('bar.unreachable', { moment: formats.recentMoment(lastContactAt) });
  const Icon = connection === 'online' ? IconCloudCheck : IconCloudOff;
  return (
    <>
      <Link to="/sync" className={classes.fact} data-testid="line">
        <Icon size={14} aria-hidden />
        <span>{words}</span>
      </Link>
      {isClockOff(state.clockAheadSeconds) && (
        <Link to="/sync" className={classes.fact} data-needs="you">
          <IconClockExclamation size={14} aria-hidden />
          <span>{t('bar.clockOff')}</span>
        </Link>
      )}
      {needsAttention > 0 && (
        <Link to="/sync" className={classes.fact} data-needs="you">
          <IconAlertTriangle size={14} aria-hidden />
          <span>{t('bar.needsYou', { count: needsAttention })}</span>
        </Link>
      )}
    </>
  );
}
