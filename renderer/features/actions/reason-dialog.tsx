import { Text } from '@mantine/core';

import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { LongText } from '../../ui/long-text.tsx';
import { DialogForm } from './dialog-form.tsx';

const EMPTY = { reason: '' };

/** Asks why something is not wanted; nothing happens without a reason. */
export function ReasonDialog(props: {
  readonly title: string;
  /** What it is about, in words. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly missing: string;
  /** Under which words what is typed is kept until it is sent; see {@link useDialogDraft}. */
  readonly draftOf: { readonly kind: string; readonly about: string };
  readonly onClose: () => void;
  readonly onSubmit: (reason: string) => Promise<unknown>;
}) {
  const { draftOf, onSubmit } = props;
  const draft = useDialogDraft(draftOf.kind, draftOf.about, EMPTY);
  const { reason } = draft.form;
  return (
    <DialogForm
      opened
      draft={draft}
      title={props.title}
      submit={props.submit}
      problem={reason.trim() === '' ? props.missing : undefined}
      problemAt={'reason'}
      onClose={props.onClose}
      onSubmit={() => onSubmit(reason)}
    >
      {(refused) => (
        <>
          <Text size="sm">{props.name}</Text>
          <LongText
            label={props.label}
            error={refused.is('reason')}
            description={props.hint}
            withAsterisk
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
