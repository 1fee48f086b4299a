import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactPromise } from '#shared/domain/promises/promise.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';

/** Gives a promise to a colleague, and back on "undo". */
export function useHandOver(): (promise: ContactPromise, ownerId: Id) => Promise<void> {
  const { t } = useTranslation('promises');
  const { t: common } = useTranslation();
  const client = useWorkbench();
  const report = useReporter();
  const formats = useFormats();
  return useCallback(
    async ({ id, ownerId: before }, ownerId) => {
      const noticeId = `handed-over-${id}`;
      const handed = await client.promises.reassign({ id, ownerId });
      const undo = async (): Promise<void> => {
        const back = await client.promises.reassign({ id, ownerId: before });
        notifications.show({ message: t('handOver.undone', { name: back.ownerName }) });
      };
      notifications.show({
        id: noticeId,
        color: 'teal',
        autoClose: 15_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            {t('handOver.done', { name: handed.ownerName, day: formats.day(handed.dueOn) })}
            <Button
              size="compact-sm"
              variant="default"
              flex="none"
              onClick={() => {
                notifications.hide(noticeId);
                report(undo());
              }}
            >
              {common('undo')}
            </Button>
          </Group>
        ),
      });
    },
    [client, common, formats, report, t],
  );
}
