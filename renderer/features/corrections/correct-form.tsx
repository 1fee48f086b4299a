import { Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Contact, ContactDraft } from '#shared/domain/contacts/contact.ts';

import { useErrorText } from '../../client/error-text.ts';
import { failureOf } from '../../client/errors.ts';
import { KeptLine } from '../../client/kept-line.tsx';
import { useReporter } from '../../client/reporter.ts';
import { useDraftKeeper } from '../../client/use-draft-keeper.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { addNewParties } from '../parties/index.ts';
import { CorrectFields } from './correct-fields.tsx';
import {
  type CorrectForm as Form,
  type CorrectProblems,
  formOf,
  readCorrection,
  toCorrectionDraft,
  withCorrectionDraft,
} from './correct-model.ts';
import classes from './corrections.module.css';
import { newAmendmentId, useAmending } from './use-amend.tsx';

/** Every field that may be corrected, each with what it said, and the reason for the correction. */
export function CorrectForm(props: {
  readonly contact: Contact;
  readonly draft: ContactDraft['form'] | undefined;
  readonly isStored: boolean;
  readonly keepRef: RefObject<() => void>;
  readonly onDone: () => void;
}) {
  const { keepRef, onDone } = props;
  // What the form began with: a correction made in another window meanwhile does not move it.
  const [contact] = useState(props.contact);
  const { t } = useTranslation('corrections');
  const formats = useFormats();
  const errorText = useErrorText();
  const client = useWorkbench();
  const report = useReporter();
  const { amend } = useAmending();
  const [first] = useState(() => {
    const street = formats.name(contact.streetNameNl, contact.streetNameFr);
    return formOf(contact, `${street} ${contact.houseNumber}`.trim());
  });
  const [isStored] = useState(props.isStored);
  const [amendmentId] = useState(() => props.draft?.amendmentId ?? newAmendmentId());
  const [form, setForm] = useState<Form>(() => withCorrectionDraft(first, props.draft));
  const [problems, setProblems] = useState<CorrectProblems>({});
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const kept = useMemo(
    () => toCorrectionDraft(form, first, amendmentId),
    [form, first, amendmentId],
  );
  const keeper = useDraftKeeper(contact.id, kept, isStored);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Closing stores without waiting: a failure is told by the notice of the connection.
    keepRef.current = () => {
      keeper.keep().catch(() => undefined);
    };
  }, [keepRef, keeper]);

  const change = (part: Partial<Form>): void => {
    setForm((last) => ({ ...last, ...part }));
    setProblems({});
    setFailure(undefined);
  };
  const show = (found: CorrectProblems): void => {
    setProblems(found);
    const [field] = Object.keys(found);
    box.current
      ?.querySelector<HTMLElement>(`[data-field="${field ?? ''}"] :is(input, textarea)`)
      ?.focus();
  };

  const save = async (): Promise<void> => {
    if (busy) return;
    setFailure(undefined);
    const read = readCorrection(form, contact, new Date().toISOString());
    if ('problems' in read) {
      show(read.problems);
      return;
    }
    setBusy(true);
    try {
      await keeper.pause();
      await addNewParties(client, form.parties);
      await amend({ id: amendmentId, contactId: contact.id, ...read }, t('correct.done'));
      onDone();
    } catch (error) {
      keeper.goOn();
      const { code, data } = failureOf(error);
      const isUnchanged = code === 'INVALID_FIELD' && data.reason === 'nothing-changed';
      if (isUnchanged) show({ form: 'nothingChanged' });
      else setFailure(errorText(error));
      setBusy(false);
    }
  };

  const discard = async (): Promise<void> => {
    await keeper.stop();
    report(client.contacts.discardDraft({ id: contact.id }));
    onDone();
  };

  return (
    <form
      ref={box}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('correct.intro')}
        </Text>
        <CorrectFields
          contact={contact}
          form={form}
          first={first}
          problems={problems}
          onChange={change}
          onLeave={onDone}
        />
        <div className={classes.foot}>
          {failure !== undefined && <FailureNotice text={failure} />}
          {problems.form && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert" mb="xs">
              {t(`problem.${problems.form}`, {})}
            </Text>
          )}
          <Group justify="space-between" wrap="nowrap">
            <KeptLine state={keeper.state} />
            <Group gap="xs" wrap="nowrap">
              {kept !== null && (
                <Button variant="subtle" color="gray" onClick={() => void discard()}>
                  {t('correct.discard')}
                </Button>
              )}
              <Button
                type="submit"
                loading={busy}
                rightSection={<Kbd size="xs">Ctrl ↵</Kbd>}
                aria-keyshortcuts="Control+Enter"
              >
                {t('correct.submit')}
              </Button>
            </Group>
          </Group>
        </div>
      </Stack>
    </form>
  );
}
