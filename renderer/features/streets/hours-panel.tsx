import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { PlacePicture } from '#shared/contract/streets.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { WeekHours } from './week-hours.tsx';

/** When the contacts of a place were: hour by weekday, and the table behind it. */
export function HoursPanel(props: { readonly picture: PlacePicture }) {
  const { hours, countedSince } = props.picture;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  if (hours.every((count) => count === 0)) return null;
  return (
    <Panel title={t('hours.title')}>
      <Text size="xs" c="dimmed" mb="sm">
        {t('hours.hint', { day: formats.day(countedSince) })}
      </Text>
      <WeekHours hours={hours} describe={(busiest) => t('hours.picture', busiest)} />
    </Panel>
  );
}
