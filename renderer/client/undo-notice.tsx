import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { useReporter } from './reporter.ts';

/** How long a way back is offered, milliseconds. */
const OFFERED_MS = 15_000;

export interface UndoNotice {
  /** One notice of an id at a time: a newer one takes the place of the older. */
  readonly id: string;
  /** What was done. */
  readonly message: string;
  readonly undo: () => Promise<unknown>;
}

/** Says what was done, with a way back; a way back that fails is told like any other failure. */
export function useUndoNotice(): (notice: UndoNotice) => void {
  const { t } = useTranslation();
  const report = useReporter();
  return useCallback(
    ({ id, message, undo }) => {
      notifications.hide(id);
      notifications.show({
        id,
        color: 'teal',
        autoClose: OFFERED_MS,
        message: (
          <Group justify="space-between" wrap="nowrap">
            {message}
            <Button
              size="compact-sm"
              variant="default"
              flex="none"
              onClick={() => {
                notifications.hide(id);
                report(undo());
              }}
            >
              {t('undo')}
            </Button>
          </Group>
        ),
      });
    },
    [report, t],
  );
}
