import { Badge, Button, Group, Table } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { dayOf, isValidOn, OPEN_END } from '#shared/lib/dates.ts';
import type { Account, Right } from '#shared/protocol/administration.ts';

import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './administration.module.css';
import { useAreaNames } from './area-names.ts';
import { AtCentre } from './at-centre.tsx';
import { EndRightDialog } from './end-right-dialog.tsx';
import { accountsQuestion, useCentreQuestion } from './questions.ts';
import { RightDialog } from './right-dialog.tsx';

interface GivenRight {
  readonly right: Right;
  readonly account: Account;
  /** Over which place, in words. */
  readonly what: string;
}

/** Who sees what, from when until when. */
export function RightsPanel() {
  const { t } = useTranslation('administration');
  const answer = useCentreQuestion(accountsQuestion);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<GivenRight>();
  const open = answer.data?.accounts.filter(({ closed }) => !closed) ?? [];
  return (
    <Panel
      flush
      title={t('part.rights')}
      aside={
        open.length > 0 && (
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('rights.add')}
          </Button>
        )
      }
    >
      <AtCentre answer={answer} whose="administration">
        {({ accounts }) => <RightsTable accounts={accounts} onEnd={setEnding} />}
      </AtCentre>
      {adding && answer.data && (
        <RightDialog
          accounts={open}
          zoneId={answer.data.zoneId}
          onClosed={() => {
            setAdding(false);
          }}
        />
      )}
      {ending && (
        <EndRightDialog
          {...ending}
          onClosed={() => {
            setEnding(undefined);
          }}
        />
      )}
    </Panel>
  );
}

function RightsTable(props: {
  readonly accounts: readonly Account[];
  readonly onEnd: (given: GivenRight) => void;
}) {
  const { t } = useTranslation('administration');
  const nameOfArea = useAreaNames();
  const formats = useFormats();
  const today = dayOf(new Date().toISOString());
  const given = props.accounts.flatMap((account) =>
    account.rights
      .filter(({ validFrom, validTo }) => validFrom < validTo)
      .map((right) => {
        const what = `${t(`rightKind.${right.kind}`)} ${nameOfArea(right)}`.trim();
        return { right, account, what };
      }),
  );
  if (given.length === 0) {
    return (
      <EmptyState
        icon={<IconKey size={24} />}
        title={t('rights.none')}
        text={t('rights.noneText')}
      />
    );
  }
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t('part.rights')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rights.whose')}</Table.Th>
            <Table.Th>{t('rights.what')}</Table.Th>
            <Table.Th>{t('rights.from')}</Table.Th>
            <Table.Th>{t('rights.to')}</Table.Th>
            <Table.Th className={classes.actions}>{t('actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {given.map(({ right, account, what }) => {
            const isOver = right.validTo <= today;
            return (
              <Table.Tr key={right.id} className={isOver ? classes.over : undefined}>
                <Table.Td fw={550}>{account.displayName}</Table.Td>
                <Table.Td>
                  <Group gap="xs">
                    {what}
                    {right.restricted && <Badge color="orange">{t('rights.restricted')}</Badge>}
                    {!isOver && !isValidOn(right, today) && <Badge>{t('rights.later')}</Badge>}
                  </Group>
                </Table.Td>
                <Table.Td>{formats.day(right.validFrom)}</Table.Td>
                <Table.Td>
                  {right.validTo === OPEN_END ? t('rights.open') : formats.day(right.validTo)}
                </Table.Td>
                <Table.Td className={classes.actions}>
                  {!isOver && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="gray"
                      aria-label={t('rights.endOf', { name: account.displayName, what })}
                      onClick={() => {
                        props.onEnd({ right, account, what });
                      }}
                    >
                      {t('rights.end')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
