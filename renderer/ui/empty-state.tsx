import { Stack, Text, ThemeIcon } from '@mantine/core';
import type { ReactNode } from 'react';

/** What stands where nothing is yet: why it is empty, and what to do about it. */
export function EmptyState(props: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md">
      <ThemeIcon variant="light" size={44} radius="xl" aria-hidden>
        {props.icon}
      </ThemeIcon>
      <Text fw={600} ta="center">
        {props.title}
      </Text>
      <Text c="dimmed" size="sm" ta="center" maw={420}>
        {props.text}
      </Text>
      {props.action}
    </Stack>
  );
}
