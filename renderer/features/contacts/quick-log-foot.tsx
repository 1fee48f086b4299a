import { Button, Group, Input, Kbd, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { KeptState } from '../../client/use-draft-keeper.ts';
import classes from './quick-log-form.module.css';

/** What is kept of the form, and the ways out of it. */
export function QuickLogFoot(props: {
  readonly state: KeptState | undefined;
  readonly busy: boolean;
  /** Absent while there is nothing to throw away. */
  readonly onDiscard: (() => void) | undefined;
}) {
  const { state } = props;
  const { t } = useTranslation('contacts');
  const { t: common } = useTranslation();
  const isUnkept = state === 'failed';
  return (
    <div className={classes.foot}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed" role="status">
          {state && !isUnkept ? common(`kept.${state}`) : ''}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {props.onDiscard && (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconTrash size={16} aria-hidden />}
              onMouseDown={keepFocus}
              onClick={props.onDiscard}
            >
              {t('form.discard')}
            </Button>
          )}
          <Button
            type="submit"
            loading={props.busy}
            rightSection={<Kbd size="xs">Ctrl ↵</Kbd>}
            aria-keyshortcuts="Control+Enter"
          >
            {t('form.save')}
          </Button>
        </Group>
      </Group>
      <Input.Description
        mt={6}
        role="status"
        {...(isUnkept ? { c: 'var(--mantine-color-error)' } : {})}
      >
        {isUnkept ? common('kept.failed') : t('form.keptHint')}
      </Input.Description>
    </div>
  );
}

/** Leaving a field may show a message below it: the button must not move away under the pointer. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
