import { NativeSelect, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { loginSchema, type Role, ROLES } from '#shared/protocol/account.ts';
import {
  type Account,
  displayNameSchema,
  newPasswordSchema,
} from '#shared/protocol/administration.ts';

import { failureOf } from '../../client/errors.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { ShortText } from '../../ui/short-text.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useAct } from './questions.ts';

/** Adds an account, or changes its name and role. */
export function AccountDialog(props: {
  readonly account: Account | undefined;
  readonly onClosed: () => void;
}) {
  const { account, onClosed } = props;
  const { t } = useTranslation('administration');
  const act = useAct();
  const change = useChangeAccount();
  const [displayName, setDisplayName] = useState(account?.displayName ?? '');
  const [login, setLogin] = useState('');
  const [role, setRole] = useState<Role>(account?.role ?? 'officer');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const wrong = {
    name: !displayNameSchema.safeParse(displayName).success,
    login: account === undefined && !loginSchema.safeParse(login).success,
    password: account === undefined && !newPasswordSchema.safeParse(password).success,
  };
  return (
    <FormDialog
      title={
        account ? t('accounts.changeOf', { name: account.displayName }) : t('accounts.addTitle')
      }
      submit={t(account ? 'accounts.save' : 'accounts.add')}
      isReady={() => {
        setAsked(true);
        return !wrong.name && !wrong.login && !wrong.password;
      }}
      explain={(error) => {
        const { code, data } = failureOf(error);
        return code === 'CENTRE_REFUSED' && data.field === 'login'
          ? t('accounts.loginTaken')
          : undefined;
      }}
      onSubmit={() =>
        account
          ? change(account, { displayName: displayName.trim(), role })
          : act(({ administration }) =>
              administration.addAccount({ login, displayName, role, password }),
            )
      }
      onClosed={onClosed}
    >
      <ShortText
        data-autofocus
        required
        label={t('accounts.name')}
        most={200}
        value={displayName}
        error={asked && wrong.name && t('accounts.nameMissing')}
        onText={setDisplayName}
      />
      {!account && (
        <ShortText
          required
          label={t('accounts.login')}
          description={t('accounts.loginHint')}
          most={100}
          autoComplete="off"
          value={login}
          error={asked && wrong.login && t('accounts.loginWrong')}
          onText={setLogin}
        />
      )}
      <NativeSelect
        label={t('accounts.role')}
        description={t(`roleText.${role}`)}
        data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={role}
        onChange={(event) => {
          setRole(ROLES.find((known) => known === event.currentTarget.value) ?? role);
        }}
      />
      {!account && (
        <NewPasswordInput
          value={password}
          isWrong={asked && wrong.password}
          onChange={setPassword}
        />
      )}
    </FormDialog>
  );
}

/** A password for somebody else, who is told it in person. */
export function NewPasswordInput(props: {
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (password: string) => void;
}) {
  const { t } = useTranslation('administration');
  return (
    <PasswordInput
      required
      label={t('accounts.newPassword')}
      description={t('accounts.passwordHint')}
      autoComplete="new-password"
      maxLength={1_000}
      value={props.value}
      error={props.isWrong && t('accounts.passwordShort')}
      visibilityToggleButtonProps={{ 'aria-label': t('accounts.showPassword') }}
      onChange={(event) => {
        props.onChange(event.currentTarget.value);
      }}
    />
  );
}

/** Changes name and role, with a way back. */
function useChangeAccount() {
  const { t } = useTranslation('administration');
  const act = useAct();
  const offerUndo = useUndoNotice();
  return async (
    account: Account,
    next: { readonly displayName: string; readonly role: Role },
  ): Promise<void> => {
    const { officerId, displayName, role } = account;
    await act(({ administration }) => administration.changeAccount({ officerId, ...next }));
    offerUndo({
      id: `account-${officerId}`,
      message: t('accounts.changed', { name: next.displayName }),
      undo: () =>
        act(({ administration }) => administration.changeAccount({ officerId, displayName, role })),
    });
  };
}
