import { Paper, SimpleGrid, Text } from '@mantine/core';

import { useFormats } from '../ui/formats.ts';

/** The outcome of an import in figures, large: for the preview and the report. */
export function CountTiles(props: {
  readonly counts: readonly (readonly [label: string, count: number])[];
}) {
  const formats = useFormats();
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, sm: 5 }} spacing="xs" component="dl" m={0}>
      {props.counts.map(([label, count]) => (
        <Paper key={label} withBorder radius="md" px="sm" py={6}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text component="dd" size="xl" fw={650} m={0}>
            {formats.number(count)}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
