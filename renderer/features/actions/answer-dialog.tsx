import { Group, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Action } from '#shared/domain/actions/action.ts';
import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';

import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DialogForm } from './dialog-form.tsx';

const EMPTY = { reason: '' };

/** The answer to a proposal; a refusal says why. */
export function AnswerDialog(props: {
  readonly action: Action;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const [approve, setApprove] = useState(true);
  const draft = useDialogDraft('action-answer', props.action.id, EMPTY);
  const { reason } = draft.form;
  return (
    <DialogForm
      opened={props.opened}
      draft={draft}
      title={t('answer.title')}
      submit={t('answer.do')}
      problem={!approve && reason.trim() === '' ? t('answer.reasonMissing') : undefined}
      onClose={props.onClose}
      onSubmit={() => client.actions.answer({ id: props.action.id, approve, reason })}
    >
      <Radio.Group
        label={t('answer.question')}
        value={approve ? 'yes' : 'no'}
        onChange={(next) => {
          setApprove(next === 'yes');
        }}
      >
        <Group mt={6}>
          <Radio value="yes" label={t('answer.approve')} />
          <Radio value="no" label={t('answer.refuse')} />
        </Group>
      </Radio.Group>
      <Textarea
        label={t('answer.reason')}
        withAsterisk={!approve}
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
