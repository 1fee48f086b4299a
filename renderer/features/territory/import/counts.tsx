import { Badge, Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ImportCounts } from '#shared/contract/territory.ts';

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
export function CountTiles(props: { readonly counts: ImportCounts }) {
  const { t } = useTranslation('territory');
  const formats = useFormats();
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, sm: 5 }} spacing="xs" component="dl" m={0}>
      {SHOWN.map((key) => (
        <Paper key={key} withBorder radius="md" px="sm" py={6}>
          <Text component="dt" size="xs" c="dimmed">
            {t(`import.count.${key}`)}
          </Text>
          <Text component="dd" size="xl" fw={650} m={0}>
            {formats.number(props.counts[key])}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
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
