import { Modal, Radio, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Contact, type ContactDraft, LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import type { Id } from '#shared/lib/ids.ts';

import { CONTACT_WITHDRAWAL, DRAFT_KIND, useEveryDraft } from '../../client/drafts.ts';
import { useErrorText } from '../../client/error-text.ts';
import { KeptFormFoot } from '../../client/kept-form-foot.tsx';
import { useReporter } from '../../client/reporter.ts';
import { useDraftKeeper } from '../../client/use-draft-keeper.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { newAmendmentId, useAmending } from './use-amend.tsx';

const REASONS = ['twice', 'wrongFile', 'other'] as const;
type Reason = (typeof REASONS)[number];

/** Withdraws a contact that should not have been logged, with the reason; it stays readable. */
export function WithdrawDialog(props: {
  readonly contact: Contact;
  readonly isOpen: boolean;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('corrections');
  const drafts = useEveryDraft();
  const draft = drafts.data?.find(
    ({ form }) => form[DRAFT_KIND] === CONTACT_WITHDRAWAL && form.contactId === props.contact.id,
  );
  return (
    <Modal opened={props.isOpen} onClose={props.onDone} title={t('withdraw.title')}>
      {props.isOpen && drafts.isPending && <Skeleton height={180} />}
      {props.isOpen && !drafts.isPending && (
        <WithdrawForm contact={props.contact} draft={draft} onDone={props.onDone} />
      )}
    </Modal>
  );
}

interface Form {
  readonly reason: Reason;
  readonly note: string;
}

function toDraft({ reason, note }: Form, contactId: Id): ContactDraft['form'] | null {
  if (note.trim() === '') return null;
  return { [DRAFT_KIND]: CONTACT_WITHDRAWAL, contactId, reason, note };
}

function WithdrawForm(props: {
  readonly contact: Contact;
  readonly draft: ContactDraft | undefined;
  readonly onDone: () => void;
}) {
  const { contact, draft, onDone } = props;
  const { t } = useTranslation('corrections');
  const formats = useFormats();
  const errorText = useErrorText();
  const client = useWorkbench();
  const report = useReporter();
  const { amend } = useAmending();
  const [id] = useState(() => draft?.id ?? newAmendmentId());
  const [form, setForm] = useState<Form>(() => ({
    reason: REASONS.find((one) => one === draft?.form.reason) ?? 'twice',
    note: draft?.form.note ?? '',
  }));
  const kept = useMemo(() => toDraft(form, contact.id), [form, contact.id]);
  const keeper = useDraftKeeper(id, kept, true);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { reason, note } = form;
  const isMissing = reason === 'other' && note.trim() === '';
  const whole = [reason === 'other' ? '' : t(`withdraw.${reason}`), note.trim()]
    .filter(Boolean)
    .join('. ');
  const isTooLong = whole.length > LONGEST_TEXT;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(isMissing);
    if (isMissing || isTooLong) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await keeper.pause();
      const changes = { withdrawn: true };
      await amend({ id, contactId: contact.id, note: whole, changes }, t('withdraw.done'));
      report(client.contacts.discardDraft({ id }));
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
        <Text size="sm">{t('withdraw.intro')}</Text>
        <Radio.Group
          label={t('withdraw.why')}
          value={reason}
          onChange={(next) => {
            setForm({ reason: REASONS.find((one) => one === next) ?? 'other', note });
            setMissing(false);
          }}
        >
          <Stack gap={6} mt={6}>
            {REASONS.map((one) => (
              <Radio key={one} value={one} label={t(`withdraw.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('withdraw.note')}
          withAsterisk={reason === 'other'}
          autosize
          minRows={2}
          maxRows={6}
          value={note}
          error={
            isTooLong
              ? t('problem.tooLong', { most: formats.number(LONGEST_TEXT) })
              : missing && t('problem.note')
          }
          onChange={(event) => {
            setForm({ reason, note: event.currentTarget.value });
            setMissing(false);
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
