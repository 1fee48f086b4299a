import { TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { emptyAction } from '#shared/domain/actions/action.ts';
import { LONGEST_TITLE } from '#shared/domain/actions/vocabulary.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId, useAnswerDays } from './queries.ts';

const EMPTY = { title: '' };

/** Proposes an action: a title is enough, the plan comes on its page. */
export function NewActionDialog(props: {
  readonly dossierId: Id;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const navigate = useNavigate();
  const officerId = useDeskState().data?.officer?.id ?? '';
  const [id] = useState(newId);
  const draft = useDialogDraft('action-proposal', props.dossierId, EMPTY);
  const { title } = draft.form;
  const days = useAnswerDays();
  return (
    <DialogForm
      opened={props.opened}
      draft={draft}
      title={t('propose.title')}
      submit={t('propose.do')}
      problem={title.trim() === '' ? t('new.titleMissing') : undefined}
      problemAt={'title'}
      onClose={props.onClose}
      onSubmit={async () => {
        const { dossierId } = props;
        await client.actions.propose({ id, dossierId, form: emptyAction(title, officerId) });
        await navigate({
          to: '/actions/$actionId',
          params: { actionId: id },
          search: { dossier: dossierId },
        });
      }}
    >
      {(refused) => (
        <>
          <TextInput
            label={t('propose.what')}
            error={refused.is('title')}
            description={[
              t('propose.credit'),
              days === undefined ? '' : t('propose.answer', { count: days }),
            ].join(' ')}
            withAsterisk
            data-autofocus
            maxLength={LONGEST_TITLE}
            value={title}
            onChange={(event) => {
              draft.change({ title: event.currentTarget.value });
            }}
          />
        </>
      )}
    </DialogForm>
  );
}
