import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { KeptPromise } from '#shared/domain/promises/promise.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';

/** Gives a promise to a colleague, and back on "undo". */
export function useHandOver(): (promise: KeptPromise, ownerId: Id) => Promise<void> {
  const { t } = useTranslation('promises');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const formats = useFormats();
  return useCallback(
    async ({ id, ownerId: before }, ownerId) => {
      const handed = await client.promises.reassign({ id, ownerId });
      const undo = async (): Promise<void> => {
        const back = await client.promises.reassign({ id, ownerId: before });
        notifications.show({ message: t('handOver.undone', { name: back.ownerName }) });
      };
      offerUndo({
        id: `handed-over-${id}`,
        message: t('handOver.done', { name: handed.ownerName, day: formats.day(handed.dueOn) }),
        undo,
      });
    },
    [client, formats, offerUndo, t],
  );
}
