import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { Id } from '#shared/lib/ids.ts';

import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { toDraft } from './quick-log-draft.ts';
import type { QuickLogForm } from './quick-log-model.ts';

/** Throws an unfinished contact away, and brings it back on "undo". */
export function useDiscardDraft(): (draft: {
  readonly id: Id;
  readonly form: QuickLogForm;
}) => Promise<void> {
  const { t } = useTranslation('contacts');
  const { t: common } = useTranslation();
  const client = useWorkbench();
  const report = useReporter();
  return useCallback(
    async ({ id, form }) => {
      await client.contacts.discardDraft({ id });
      notifications.show({
        id: `discarded-${id}`,
        autoClose: 15_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            {t('draft.discarded')}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(`discarded-${id}`);
                report(client.contacts.saveDraft({ id, form: { ...toDraft(form) } }));
              }}
            >
              {common('undo')}
            </Button>
          </Group>
        ),
      });
    },
    [client, common, report, t],
  );
}
