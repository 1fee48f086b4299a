import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { daysUnreached, isReached, type Reach } from '#shared/domain/actions/reach.ts';
import { addDays } from '#shared/lib/dates.ts';

import { useFormats } from '../../../ui/formats.ts';

/** How far the facts go, where that is not to the end of the action, and what follows from it. */
export function ReachNote(props: { readonly reach: Reach | null }) {
  const { reach } = props;
  const { t } = useTranslation('outcome');
  const formats = useFormats();
  if (reach === null) return null;
  const missing = daysUnreached(reach);
  const said: string[] = [];
  if (reach.until === null) said.push(t('reach.unknown'));
  else if (missing > 0) {
    said.push(
      t('reach.until', {
        day: formats.day(addDays(reach.until, -1)),
        count: missing,
        days: formats.number(missing),
      }),
    );
  }
  if (reach.until !== null && reach.until > reach.ran.from && !reach.whole) {
    said.push(t('reach.holes'));
  }
  if (said.length === 0) return null;
  said.push(t(isReached(reach) ? 'reach.cut' : 'reach.tooShort'));
  return (
    <Text size="sm" role="note" fw={isReached(reach) ? undefined : 600}>
      {said.join(' ')}
    </Text>
  );
}
