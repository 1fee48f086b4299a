import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useReporter } from './reporter.ts';
import { useUndoNotice } from './undo-notice.tsx';
import type { SentDraft } from './use-dialog-draft.ts';
import { useWorkbench } from './workbench.tsx';

/** Throws away what somebody typed and chose in a form, with a way back; nothing as long as there is nothing. */
export function DiscardButton(props: {
  readonly draft: SentDraft;
  readonly onDiscarded?: () => void;
}) {
  const { kept, discard } = props.draft;
  const { t } = useTranslation();
  const client = useWorkbench();
  const report = useReporter();
  const offerUndo = useUndoNotice();
  if (!kept) return null;
  const throwAway = async (): Promise<void> => {
    await discard();
    offerUndo({
      id: `discarded-${kept.id}`,
      message: t('kept.discarded'),
      undo: () => client.contacts.saveDraft({ id: kept.id, form: { ...kept.form } }),
    });
    props.onDiscarded?.();
  };
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconTrash size={16} aria-hidden />}
      onClick={() => {
        report(throwAway());
      }}
    >
      {t('kept.discard')}
    </Button>
  );
}
