import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Account, newPasswordSchema } from '#shared/protocol/administration.ts';

import { NewPasswordInput } from './account-dialog.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useAct } from './questions.ts';

/** Gives somebody who forgot it another password, and lets them try again at once. */
export function PasswordDialog(props: {
  readonly account: Account;
  readonly onClosed: () => void;
}) {
  const { officerId, displayName } = props.account;
  const { t } = useTranslation('administration');
  const act = useAct();
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const isWrong = !newPasswordSchema.safeParse(password).success;
  return (
    <FormDialog
      title={t('accounts.passwordOf', { name: displayName })}
      submit={t('accounts.setPassword')}
      isReady={() => {
        setAsked(true);
        return !isWrong;
      }}
      onSubmit={async () => {
        await act(({ administration }) => administration.setPassword({ officerId, password }));
        notifications.show({
          color: 'teal',
          message: t('accounts.passwordSet', { name: displayName }),
        });
      }}
      onClosed={props.onClosed}
    >
      <Text size="sm">{t('accounts.passwordText')}</Text>
      <NewPasswordInput value={password} isWrong={asked && isWrong} onChange={setPassword} />
    </FormDialog>
  );
}
