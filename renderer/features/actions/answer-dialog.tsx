import { Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import type { Action } from '#shared/domain/actions/action.ts';

import { useFormDraft } from '../../client/use-form-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { DialogForm } from './dialog-form.tsx';

const EMPTY = { reason: '' };
const CHOICES = z.object({ approve: z.boolean() });
const AT_FIRST = { approve: true };

/** The answer to a proposal; a refusal says why. */
export function AnswerDialog(props: {
  readonly action: Action;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const draft = useFormDraft('action-answer', props.action.id, EMPTY, CHOICES, AT_FIRST);
  const { reason } = draft.form;
  const { approve } = draft.choices;
  return (
    <DialogForm
      opened={props.opened}
      draft={draft}
      title={t('answer.title')}
      submit={t('answer.do')}
      problem={!approve && reason.trim() === '' ? t('answer.reasonMissing') : undefined}
      problemAt={'reason'}
      onClose={props.onClose}
      onSubmit={() => client.actions.answer({ id: props.action.id, approve, reason })}
    >
      {(refused) => (
        <>
          <Radio.Group
            label={t('answer.question')}
            value={approve ? 'yes' : 'no'}
            onChange={(next) => {
              draft.choose({ approve: next === 'yes' });
            }}
          >
            <Group mt={6}>
              <Radio value="yes" label={t('answer.approve')} />
              <Radio value="no" label={t('answer.refuse')} />
            </Group>
          </Radio.Group>
          <LongText
            label={t('answer.reason')}
            error={refused.is('reason')}
            withAsterisk={!approve}
            value={reason}
            onText={(text) => {
              draft.change({ reason: text });
            }}
          />
        </>
      )}
    </DialogForm>
  );
}
