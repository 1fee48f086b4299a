import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactView } from '#shared/domain/contacts/contact-view.ts';
import type { SavedView } from '#shared/domain/views/saved-view.ts';

import { useQuestion } from '../../client/queries.ts';
import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';

export function useSavedViews() {
  return useQuestion<SavedView[]>({
    topics: ['views', 'people'],
    key: ['views.list'],
    ask: (client, signal) => client.views.list(undefined, { signal }),
  });
}

const UNDO_MS = 15_000;

/** What can be done with a saved view at once, each with a way back. */
export function useViewActions() {
  const { t } = useTranslation('views');
  const { t: common } = useTranslation();
  const client = useWorkbench();
  const report = useReporter();
  const tell = useCallback(
    (id: string, message: string, undo: () => Promise<unknown>) => {
      notifications.show({
        id: `view-${id}`,
        autoClose: UNDO_MS,
        message: (
          <Group justify="space-between" wrap="nowrap">
            {message}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(`view-${id}`);
                report(undo());
              }}
            >
              {common('undo')}
            </Button>
          </Group>
        ),
      });
    },
    [common, report],
  );
  return {
    remove(saved: SavedView) {
      const { id, name } = saved;
      const work = async (): Promise<void> => {
        await client.views.remove({ id });
        tell(id, t('saved.removed', { name }), () => client.views.restore({ id }));
      };
      report(work());
    },
    overwrite(saved: SavedView, view: ContactView) {
      const { id, name } = saved;
      const work = async (): Promise<void> => {
        await client.views.change({ id, fields: { view } });
        tell(id, t('saved.overwritten', { name }), () =>
          client.views.change({ id, fields: { view: saved.view } }),
        );
      };
      report(work());
    },
  };
}
