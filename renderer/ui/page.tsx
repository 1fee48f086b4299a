import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

import classes from './page.module.css';

/**
 * The frame of every page: one heading, what the page is for, its actions, its content.
 * `fill` gives the content the whole height that is left, for lists and maps.
 */
export function Page(props: {
  readonly title: string;
  readonly description?: string | undefined;
  readonly actions?: ReactNode;
  /** What comes before everything else: a way past the actions. */
  readonly lead?: ReactNode;
  readonly fill?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={props.fill ? classes.fill : classes.page}>
      {props.lead}
      <Group justify="space-between" align="flex-end" gap="sm" mb="md" className={classes.head}>
        <Stack gap={2}>
          <Title order={1}>{props.title}</Title>
          {props.description !== undefined && (
            <Text c="dimmed" size="sm">
              {props.description}
            </Text>
          )}
        </Stack>
        <Group gap="xs" className={classes.actions}>
          {props.actions}
        </Group>
      </Group>
      {props.children}
    </div>
  );
}
