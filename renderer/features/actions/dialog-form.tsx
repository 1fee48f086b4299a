import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../client/error-text.ts';
import { KeptLine } from '../../client/kept-line.tsx';
import { useReporter } from '../../client/reporter.ts';
import type { SentDraft } from '../../client/use-dialog-draft.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { FormModal } from '../../ui/form-modal.tsx';

/** A dialog with a form: it closes once what was sent is stored, and says why when it is not. */
export function DialogForm(props: {
  readonly title: string;
  readonly opened: boolean;
  readonly submit: string;
  readonly size?: string;
  /** What is missing, in words; nothing is sent as long as something is. */
  readonly problem?: string | undefined;
  readonly onClose: () => void;
  /** Once it is stored, where that is not only closing. */
  readonly onDone?: () => void;
  readonly onSubmit: () => Promise<unknown>;
  /** What keeps the texts of the form until they are sent. */
  readonly draft?: SentDraft;
  readonly children: ReactNode;
}) {
  const { t: common } = useTranslation();
  const errorText = useErrorText();
  const report = useReporter();
  const [failure, setFailure] = useState<string>();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const close = (): void => {
    setAsked(false);
    setFailure(undefined);
    props.onClose();
  };
  const submit = async (): Promise<void> => {
    setFailure(undefined);
    setAsked(true);
    if (props.problem !== undefined) return;
    setBusy(true);
    try {
      await props.draft?.stop();
      await props.onSubmit();
      await props.draft?.discard();
      setAsked(false);
      (props.onDone ?? props.onClose)();
    } catch (error) {
      props.draft?.goOn();
      setFailure(errorText(error));
    }
    setBusy(false);
  };
  // What is missing goes away once it is there; what went wrong once anything is changed.
  const wrong = failure ?? (asked ? props.problem : undefined);
  return (
    <FormModal
      opened={props.opened}
      onClose={close}
      onDiscard={() => {
        if (props.draft) report(props.draft.discard());
      }}
      title={props.title}
      {...(props.size === undefined ? {} : { size: props.size })}
    >
      <form
        noValidate
        onChange={() => {
          setFailure(undefined);
        }}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          {props.children}
          {props.draft && <KeptLine state={props.draft.state} />}
          {wrong !== undefined && <FailureNotice text={wrong} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {props.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormModal>
  );
}
