import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Account } from '#shared/protocol/administration.ts';

import { useFormats } from '../../ui/formats.ts';
import classes from './administration.module.css';
import { FormDialog } from './form-dialog.tsx';
import { useAct } from './questions.ts';

/** Makes a one-time code and shows it, once: the centre keeps only what it can check it by. */
export function OneTimeCodeDialog(props: {
  readonly account: Account;
  readonly onClosed: () => void;
}) {
  const { officerId, displayName, login } = props.account;
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const act = useAct();
  const clipboard = useClipboard();
  const [made, setMade] = useState<{ readonly code: string; readonly expiresAt: string }>();
  const [isShown, setShown] = useState(false);
  const title = t('accounts.codeOf', { name: displayName });
  if (!made || !isShown) {
    return (
      <FormDialog
        title={title}
        submit={t('accounts.makeCode')}
        isReady={() => true}
        onSubmit={async () => {
          setMade(await act(({ administration }) => administration.makeCode({ officerId })));
        }}
        onDone={() => {
          setShown(true);
        }}
        onClosed={props.onClosed}
      >
        <Text size="sm">{t('accounts.codeText')}</Text>
      </FormDialog>
    );
  }
  return (
    <Modal
      opened
      onClose={props.onClosed}
      title={title}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="md">
        <Text size="sm">{t('accounts.codeOnce')}</Text>
        <Text className={classes.code} aria-label={t('accounts.code')} role="status">
          {made.code}
        </Text>
        <Text size="sm" c="dimmed">
          {t('accounts.codeUntil', { login, moment: formats.moment(made.expiresAt) })}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            onClick={() => {
              clipboard.copy(made.code);
            }}
          >
            {t(clipboard.copied ? 'accounts.copied' : 'accounts.copy')}
          </Button>
          <Button data-autofocus onClick={props.onClosed}>
            {common('close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
