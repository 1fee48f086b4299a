import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { dayOf } from '#shared/lib/dates.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { useFormats } from '../../ui/formats.ts';
import { useAbsences } from './absences.ts';

/** For whom this officer stands in today, or who stands in for them; nothing where neither is so. */
export function StandInNote() {
  const { t } = useTranslation('absences');
  const formats = useFormats();
  const officerId = useDeskState().data?.officer?.id;
  const today = dayOf(new Date().toISOString());
  const now = (useAbsences().data ?? []).filter(({ firstDay }) => firstDay <= today);
  const lines = now.flatMap((away) => {
    const last = formats.day(away.lastDay);
    if (away.officerId === officerId) {
      return [t('youAway', { last, name: away.substituteName })];
    }
    return away.substituteId === officerId
      ? [t('youStandIn', { last, name: away.displayName })]
      : [];
  });
  if (lines.length === 0) return null;
  return (
    <Text size="sm" role="note" px="md" py="xs">
      {lines.join(' ')}
    </Text>
  );
}
