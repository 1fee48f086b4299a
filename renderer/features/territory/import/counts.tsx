import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ImportCounts } from '#shared/contract/territory.ts';

import { CountTiles } from '../../../importing/count-tiles.tsx';
import { useFormats } from '../../../ui/formats.ts';

const SHOWN = ['added', 'changed', 'unchanged', 'ended', 'refused'] as const;

const COLOURS = {
  added: 'green',
  changed: 'blue',
  unchanged: 'gray',
  ended: 'orange',
  refused: 'red',
} as const;

/** The outcome in figures, large: for the preview and the report. */
export function TerritoryCounts(props: { readonly counts: ImportCounts }) {
  const { t } = useTranslation('territory');
  return (
    <CountTiles
      counts={SHOWN.map((key) => [t(`import.count.${key}`), props.counts[key]] as const)}
    />
  );
}

/** The outcome in figures, small, without the zeros: for a row of a table. */
export function CountBadges(props: { readonly counts: ImportCounts }) {
  const { t } = useTranslation('territory');
  const formats = useFormats();
  return (
    <Group gap={4}>
      {SHOWN.filter((key) => props.counts[key] > 0).map((key) => (
        <Badge key={key} color={COLOURS[key]} size="sm">
          {formats.number(props.counts[key])} {t(`import.count.${key}`).toLocaleLowerCase()}
        </Badge>
      ))}
    </Group>
  );
}
