import { Modal, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Attachment, LONGEST_WITHDRAWAL_NOTE } from '#shared/domain/attachments/attachment.ts';

import { ATTACHMENT_WITHDRAWAL, DRAFT_KIND, useEveryDraft } from '../../client/drafts.ts';
import { useErrorText } from '../../client/error-text.ts';
import { KeptFormFoot } from '../../client/kept-form-foot.tsx';
import { useReporter } from '../../client/reporter.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useDraftKeeper } from '../../client/use-draft-keeper.ts';
import { useWorkbench } from '../../client/workbench.tsx';

/** Withdraws a file of a submitted contact, with the reason; the file stays readable. */
export function WithdrawAttachmentDialog(props: {
  readonly attachment: Attachment;
  readonly isOpen: boolean;
  readonly onDone: () => void;
}) {
  const { attachment } = props;
  const { t } = useTranslation('attachments');
  const drafts = useEveryDraft();
  const draft = drafts.data?.find(
    ({ id, form }) => id === attachment.id && form[DRAFT_KIND] === ATTACHMENT_WITHDRAWAL,
  );
  return (
    <Modal opened={props.isOpen} onClose={props.onDone} title={t('withdraw.title')}>
      {props.isOpen && drafts.isPending && <Skeleton height={140} />}
      {props.isOpen && !drafts.isPending && (
        <Form attachment={attachment} first={draft?.form.note ?? ''} onDone={props.onDone} />
      )}
    </Modal>
  );
}

function Form(props: {
  readonly attachment: Attachment;
  readonly first: string;
  readonly onDone: () => void;
}) {
  const { attachment, onDone } = props;
  const { id, name } = attachment;
  const { t } = useTranslation('attachments');
  const client = useWorkbench();
  const report = useReporter();
  const errorText = useErrorText();
  const offerUndo = useUndoNotice();
  const [note, setNote] = useState(props.first);
  const kept = useMemo(
    () => (note.trim() === '' ? null : { [DRAFT_KIND]: ATTACHMENT_WITHDRAWAL, note }),
    [note],
  );
  const keeper = useDraftKeeper(id, kept, true);
  const [isMissing, setIsMissing] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const isTooLong = note.trim().length > LONGEST_WITHDRAWAL_NOTE;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsMissing(note.trim() === '');
    if (note.trim() === '' || isTooLong) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await keeper.pause();
      await client.attachments.withdraw({ id, note });
      report(client.contacts.discardDraft({ id }));
      offerUndo({
        id: `withdrawn-${id}`,
        message: t('withdraw.done', { name }),
        undo: () => client.attachments.reinstate({ id }),
      });
      onDone();
    } catch (error) {
      keeper.goOn();
      setFailure(errorText(error));
      setBusy(false);
    }
  };

  return (
    <form
      onChange={() => {
        setFailure(undefined);
      }}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <Stack gap="md">
        <Text size="sm">{t('withdraw.intro', { name })}</Text>
        <Textarea
          label={t('withdraw.why')}
          withAsterisk
          data-autofocus
          autosize
          minRows={2}
          maxRows={6}
          value={note}
          error={
            isTooLong
              ? t('withdraw.tooLong', { count: LONGEST_WITHDRAWAL_NOTE })
              : isMissing && t('withdraw.missing')
          }
          onChange={(event) => {
            setNote(event.currentTarget.value);
            setIsMissing(false);
          }}
        />
        <KeptFormFoot
          failure={failure}
          state={keeper.state}
          busy={busy}
          submit={t('withdraw.submit')}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
