import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { emptyAction } from '#shared/domain/actions/action.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId, useAnswerDays } from './queries.ts';
import { TitleField, useTitleProblem } from './title-field.tsx';

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
  const titleProblem = useTitleProblem(t('new.titleMissing'));
  return (
    <DialogForm
      opened={props.opened}
      draft={draft}
      title={t('propose.title')}
      submit={t('propose.do')}
      problem={titleProblem(title)}
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
          <TitleField
            label={t('propose.what')}
            error={refused.is('title')}
            description={[
              t('propose.credit'),
              days === undefined ? '' : t('propose.answer', { count: days }),
            ].join(' ')}
            withAsterisk
            data-autofocus
            value={title}
            onText={(text) => {
              draft.change({ title: text });
            }}
          />
        </>
      )}
    </DialogForm>
  );
}
