import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { Id } from '#shared/lib/ids.ts';

import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { toDraft } from './quick-log-draft.ts';
import type { QuickLogForm } from './quick-log-model.ts';

/** Throws an unfinished contact away, and brings it back on "undo". */
export function useDiscardDraft(): (draft: {
  readonly id: Id;
  readonly form: QuickLogForm;
}) => Promise<void> {
  const { t } = useTranslation('contacts');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  return useCallback(
    async ({ id, form }) => {
      await client.contacts.discardDraft({ id });
      offerUndo({
        id: `discarded-${id}`,
        message: t('draft.discarded'),
        undo: () => client.contacts.saveDraft({ id, form: { ...toDraft(form) } }),
      });
    },
    [client, offerUndo, t],
  );
}
