import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DiscardButton } from '../../client/discard-button.tsx';
import { useErrorText } from '../../client/error-text.ts';
import { KeptLine } from '../../client/kept-line.tsx';
import {
  type Refusal,
  type Refused,
  RefusedField,
  refusedFieldOf,
  useRefused,
} from '../../client/refused-field.ts';
import type { SentDraft } from '../../client/use-dialog-draft.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';

/**
 * A dialog with a form: it closes once what was sent is stored, and says why when it is not. Where it has a draft,
 * closing it otherwise keeps what stands in it; only its own button throws that away. The fields in it ask
 * `useRefused` whether they are to be marked.
 */
export function DialogForm(props: {
  readonly title: string;
  readonly opened: boolean;
  readonly submit: string;
  readonly size?: string;
  /** What is missing, in words; nothing is sent as long as something is. */
  readonly problem?: string | undefined;
  /** The field in which it is missing. */
  readonly problemAt?: string | undefined;
  readonly onClose: () => void;
  /** Once it is stored, where that is not only closing. */
  readonly onDone?: () => void;
  readonly onSubmit: () => Promise<unknown>;
  /** What keeps the form until it is sent. */
  readonly draft?: SentDraft;
  /** The fields; as a function, told which of them to mark. */
  readonly children: ReactNode | ((refused: Refused) => ReactNode);
}) {
  const { draft } = props;
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [failure, setFailure] = useState<Refusal>();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const close = (): void => {
    setAsked(false);
    setFailure(undefined);
    props.onClose();
  };
  const problem = props.problem ?? (draft?.isTooLong ? t('tooLongForm') : undefined);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    setFailure(undefined);
    setAsked(true);
    if (problem !== undefined) return;
    // What stands in a field and could not be read must not be left out.
    const unread = [...form.querySelectorAll('input')].find(({ validity }) => validity.customError);
    if (unread) {
      unread.focus();
      return;
    }
    setBusy(true);
    try {
      await draft?.pause();
      await props.onSubmit();
      await draft?.discard();
      setAsked(false);
      (props.onDone ?? props.onClose)();
    } catch (error) {
      draft?.goOn();
      setFailure({ text: errorText(error), at: refusedFieldOf(error) });
    }
    setBusy(false);
  };
  // What is missing goes away once it is there; what went wrong once anything is changed.
  const wrong = failure?.text ?? (asked ? problem : undefined);
  const refused = failure
    ? failure.at
    : asked && problem !== undefined
      ? props.problemAt
      : undefined;
  return (
    <Modal
      opened={props.opened}
      onClose={close}
      title={props.title}
      {...(props.size === undefined ? {} : { size: props.size })}
    >
      <form
        noValidate
        onChange={() => {
          setFailure(undefined);
        }}
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <Stack gap="md">
          <RefusedField value={refused}>
            <Fields>{props.children}</Fields>
          </RefusedField>
          {draft && <Kept draft={draft} />}
          {wrong !== undefined && <FailureNotice text={wrong} />}
          <Group justify="space-between" gap="xs">
            <div>{draft && <DiscardButton draft={draft} onDiscarded={close} />}</div>
            <Group gap="xs">
              <Button variant="default" onClick={close}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {props.submit}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Fields(props: { readonly children: ReactNode | ((refused: Refused) => ReactNode) }) {
  const refused = useRefused();
  return typeof props.children === 'function' ? props.children(refused) : props.children;
}

/** Whether it is kept, and that closing keeps it. */
function Kept({ draft }: { readonly draft: SentDraft }) {
  const { t } = useTranslation();
  return (
    <div>
      <KeptLine state={draft.state} />
      {draft.kept && (
        <Text size="xs" c="dimmed">
          {t('kept.hint')}
        </Text>
      )}
    </div>
  );
}
