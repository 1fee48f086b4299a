import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { FormModal } from '../../ui/form-modal.tsx';

/** A dialog that does one thing at the centre and closes when it is done. */
export function FormDialog(props: {
  readonly title: string;
  readonly submit: string;
  /** What follows when it is done; else it closes. */
  readonly onDone?: () => void;
  /** There is no way back. */
  readonly isFinal?: boolean;
  /** Whether what was typed can be sent; called when somebody wants to. */
  readonly isReady: () => boolean;
  readonly onSubmit: () => Promise<unknown>;
  /** What went wrong, where this dialog knows more than the code. */
  readonly explain?: (error: unknown) => string | undefined;
  readonly onClosed: () => void;
  readonly children: ReactNode;
}) {
  const { t: common } = useTranslation();
  const errorText = useErrorText();
  const { isReady, onSubmit, onClosed, explain } = props;
  const act = useMutation({ mutationFn: onSubmit, onSuccess: props.onDone ?? onClosed });
  return (
    <FormModal opened onClose={onClosed} title={props.title} transitionProps={{ duration: 0 }}>
      <form
        noValidate
        onChange={() => {
          if (act.isError) act.reset();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady()) act.mutate();
        }}
      >
        <Stack gap="md">
          {props.children}
          {act.isError && <FailureNotice text={explain?.(act.error) ?? errorText(act.error)} />}
          <Group justify="flex-end" gap="xs">
            <Button
              variant="default"
              data-autofocus={props.isFinal || undefined}
              onClick={onClosed}
            >
              {common('cancel')}
            </Button>
            <Button
              type="submit"
              loading={act.isPending}
              {...(props.isFinal ? { color: 'red.9' } : {})}
            >
              {props.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormModal>
  );
}
