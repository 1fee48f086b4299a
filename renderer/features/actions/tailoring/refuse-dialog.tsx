import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Refusal } from '#shared/domain/actions/action.ts';
import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useUndoNotice } from '../../../client/undo-notice.tsx';
import { useDialogDraft } from '../../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import { DialogForm } from '../dialog-form.tsx';

const EMPTY = { reason: '' };

/** Why a proposal is not wanted here. */
export function RefuseDialog(props: {
  readonly actionId: Id;
  /** The task and the stretch, in words. */
  readonly name: string;
  readonly refused: Omit<Refusal, 'reason'>;
  readonly onClose: () => void;
}) {
  const { actionId: id, name, refused } = props;
  const { t } = useTranslation('tailoring');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const draft = useDialogDraft(
    'proposal-refusal',
    `${id} ${refused.segmentId} ${refused.type}`,
    EMPTY,
  );
  const { reason } = draft.form;
  return (
    <DialogForm
      opened
      draft={draft}
      title={t('refuseTitle')}
      submit={t('refuse')}
      problem={reason.trim() === '' ? t('reasonMissing') : undefined}
      onClose={props.onClose}
      onSubmit={async () => {
        const refusal = { ...refused, reason };
        const { refusals } = await client.actions.refuseProposal({ id, refusal });
        const kept = refusals.find(
          ({ segmentId, type }) => segmentId === refused.segmentId && type === refused.type,
        );
        offerUndo({
          id: `${id} ${refused.segmentId} ${refused.type}`,
          message: t('refused', { name }),
          undo: () => client.actions.restoreProposal({ id, refusal: kept ?? refusal }),
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
