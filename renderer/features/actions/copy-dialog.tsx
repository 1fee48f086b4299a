import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Action } from '#shared/domain/actions/action.ts';
import { LONGEST_TITLE } from '#shared/domain/actions/vocabulary.ts';
import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';

import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId, useDossier, useDossiers } from './queries.ts';

/** A new proposal after this one, here or for the streets of another dossier: then it asks what differs. */
export function CopyDialog(props: {
  readonly action: Action;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { action } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const navigate = useNavigate();
  const [id] = useState(newId);
  const [dossierId, setDossierId] = useState(action.dossierId);
  const draft = useDialogDraft('action-copy', action.id, { title: action.title, differs: '' });
  const { title, differs } = draft.form;
  const dossiers = useDossiers(undefined).data ?? [];
  const target = useDossier(dossierId).data;
  const isElsewhere = dossierId !== action.dossierId;
  return (
    <DialogForm
      opened={props.opened}
      draft={draft}
      title={t('copy.title')}
      submit={t('copy.do')}
      problem={
        title.trim() === ''
          ? t('new.titleMissing')
          : isElsewhere && differs.trim() === ''
            ? t('copy.differsMissing')
            : undefined
      }
      onClose={props.onClose}
      onSubmit={async () => {
        const segments = target?.dossier.segments ?? [];
        await client.actions.adapt({
          id,
          sourceId: action.id,
          dossierId,
          title,
          differs,
          segments: [...segments],
        });
        await navigate({
          to: '/actions/$actionId',
          params: { actionId: id },
          search: { dossier: dossierId },
        });
      }}
    >
      <NativeSelect
        label={t('copy.where')}
        value={dossierId}
        data={dossiers.map((one) => ({ value: one.id, label: one.title }))}
        onChange={(event) => {
          setDossierId(event.currentTarget.value);
        }}
      />
      <TextInput
        label={t('title')}
        maxLength={LONGEST_TITLE}
        value={title}
        onChange={(event) => {
          draft.change({ title: event.currentTarget.value });
        }}
      />
      <Textarea
        label={t('copy.differs')}
        description={t('copy.differsHint')}
        withAsterisk={isElsewhere}
        autosize
        minRows={2}
        maxLength={LONGEST_TEXT}
        value={differs}
        onChange={(event) => {
          draft.change({ differs: event.currentTarget.value });
        }}
      />
    </DialogForm>
  );
}
