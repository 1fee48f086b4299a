import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import classes from './importing.module.css';

/** One step's content under its heading, which takes the focus so that a screen reader follows. */
export function WizardStep(props: {
  readonly title: string;
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <Stack gap="md">
      <Title order={3} ref={heading} tabIndex={-1} className={classes.heading}>
        {props.title}
      </Title>
      {props.children}
      <Group justify="flex-end" className={classes.buttons}>
        {props.buttons}
      </Group>
    </Stack>
  );
}

/** Work that goes on by itself, and can be stopped. */
export function WizardWaiting(props: {
  readonly title: string;
  /** 0 to 1; absent while nobody knows. */
  readonly share?: number;
  readonly detail?: string;
  readonly onStop: () => void;
}) {
  const { share } = props;
  const { t } = useTranslation('importing');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <Stack gap="sm" py="lg">
      <Title order={3} ref={heading} tabIndex={-1} className={classes.heading}>
        {props.title}
      </Title>
      <Progress.Root size="lg">
        <Progress.Section
          value={share === undefined ? 100 : share * 100}
          animated={share === undefined}
          striped={share === undefined}
          aria-label={props.title}
        />
      </Progress.Root>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {props.detail}
        </Text>
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          onClick={props.onStop}
        >
          {t('stop')}
        </Button>
      </Group>
    </Stack>
  );
}
