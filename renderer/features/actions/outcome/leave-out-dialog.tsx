import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ComparedStretch } from '#shared/contract/action-evidence.ts';
import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useUndoNotice } from '../../../client/undo-notice.tsx';
import { useDialogDraft } from '../../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import { DialogForm } from '../dialog-form.tsx';
import { useStretchName } from './stretch-name.ts';

const EMPTY = { reason: '' };

/** Why an action is not to be compared with a stretch. */
export function LeaveOutDialog(props: {
  readonly actionId: Id;
  readonly stretch: ComparedStretch;
  readonly onClose: () => void;
}) {
  const { actionId: id, stretch } = props;
  const { t } = useTranslation('outcome');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const name = useStretchName()(stretch);
  const draft = useDialogDraft('left-out-stretch', `${id} ${stretch.id}`, EMPTY);
  const { reason } = draft.form;
  return (
    <DialogForm
      opened
      draft={draft}
      title={t('leaveOutTitle')}
      submit={t('leaveOut')}
      problem={reason.trim() === '' ? t('reasonMissing') : undefined}
      onClose={props.onClose}
      onSubmit={async () => {
        const leftOut = { segmentId: stretch.id, reason };
        const { leftOut: all } = await client.actions.leaveOut({ id, leftOut });
        const kept = all.find(({ segmentId }) => segmentId === stretch.id) ?? leftOut;
        offerUndo({
          id: `${id} ${stretch.id}`,
          message: t('isLeftOut', { name }),
          undo: () => client.actions.compareAgain({ id, leftOut: kept }),
        });
      }}
    >
      <Text size="sm">{name}</Text>
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={LONGEST_TEXT}
        value={reason}
        onChange={(event) => {
          draft.change({ reason: event.currentTarget.value });
        }}
      />
    </DialogForm>
  );
}
