import { Group, Paper, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import classes from './panel.module.css';

/** A titled surface: a landmark of its own for those who move by headings and regions. */
export function Panel(props: {
  readonly title: string;
  readonly aside?: ReactNode;
  /** Without padding, for lists that reach the edge. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} className={classes.panel} radius="md">
      <Group justify="space-between" gap="xs" className={classes.head}>
        <Title order={2} id={id}>
          {props.title}
        </Title>
        {props.aside}
      </Group>
      <div className={props.flush ? undefined : classes.body}>{props.children}</div>
    </Paper>
  );
}
