import { Badge, Button, Group, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Account } from '#shared/protocol/administration.ts';

import { useReporter } from '../../client/reporter.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AccountDialog } from './account-dialog.tsx';
import classes from './administration.module.css';
import { AtCentre } from './at-centre.tsx';
import { OneTimeCodeDialog } from './one-time-code-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { accountsQuestion, useAct, useCentreQuestion } from './questions.ts';

type Doing =
  | { readonly kind: 'add' }
  | { readonly kind: 'change' | 'password' | 'code'; readonly account: Account };

/** Who may work with the centre, and as what. */
export function AccountsPanel() {
  const { t } = useTranslation('administration');
  const answer = useCentreQuestion(accountsQuestion);
  const [doing, setDoing] = useState<Doing>();
  const done = (): void => {
    setDoing(undefined);
  };
  return (
    <Panel
      flush
      title={t('part.accounts')}
      aside={
        answer.isSuccess && (
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              setDoing({ kind: 'add' });
            }}
          >
            {t('accounts.add')}
          </Button>
        )
      }
    >
      <AtCentre answer={answer} whose="administration">
        {({ accounts }) => <AccountTable accounts={accounts} onDo={setDoing} />}
      </AtCentre>
      {doing?.kind === 'add' && <AccountDialog account={undefined} onClosed={done} />}
      {doing?.kind === 'change' && <AccountDialog account={doing.account} onClosed={done} />}
      {doing?.kind === 'password' && <PasswordDialog account={doing.account} onClosed={done} />}
      {doing?.kind === 'code' && <OneTimeCodeDialog account={doing.account} onClosed={done} />}
    </Panel>
  );
}

function AccountTable(props: {
  readonly accounts: readonly Account[];
  readonly onDo: (doing: Doing) => void;
}) {
  const { t } = useTranslation('administration');
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t('part.accounts')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('accounts.name')}</Table.Th>
            <Table.Th>{t('accounts.login')}</Table.Th>
            <Table.Th>{t('accounts.role')}</Table.Th>
            <Table.Th className={classes.actions}>{t('actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.accounts.map((account) => (
            <AccountRow key={account.officerId} account={account} onDo={props.onDo} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function AccountRow(props: { readonly account: Account; readonly onDo: (doing: Doing) => void }) {
  const { account, onDo } = props;
  const { officerId, displayName, closed } = account;
  const { t } = useTranslation('administration');
  const act = useAct();
  const report = useReporter();
  const offerUndo = useUndoNotice();
  const setClosed = (isClosed: boolean): Promise<unknown> =>
    act(({ administration }) =>
      isClosed
        ? administration.closeAccount({ officerId })
        : administration.reopenAccount({ officerId }),
    );
  const turn = async (): Promise<void> => {
    await setClosed(!closed);
    offerUndo({
      id: `account-${officerId}`,
      message: t(closed ? 'accounts.reopened' : 'accounts.closedNow', { name: displayName }),
      undo: () => setClosed(closed),
    });
  };
  const button = (kind: 'change' | 'password' | 'code') => (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={t(`accounts.${kind}Of`, { name: displayName })}
      onClick={() => {
        onDo({ kind, account });
      }}
    >
      {t(`accounts.${kind}`)}
    </Button>
  );
  return (
    <Table.Tr className={closed ? classes.over : undefined}>
      <Table.Td fw={550}>{displayName}</Table.Td>
      <Table.Td>{account.login}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          {t(`role.${account.role}`)}
          {closed && <Badge color="gray">{t('accounts.closed')}</Badge>}
        </Group>
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          {!closed && button('change')}
          {!closed && button('password')}
          {!closed && button('code')}
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={t(closed ? 'accounts.reopenOf' : 'accounts.closeOf', { name: displayName })}
            onClick={() => {
              report(turn());
            }}
          >
            {t(closed ? 'accounts.reopen' : 'accounts.close')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
