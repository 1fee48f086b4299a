import { Alert, Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconDevices } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Account, Desk } from '#shared/protocol/administration.ts';

import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './administration.module.css';
import { AlarmDialog } from './alarm-dialog.tsx';
import { AtCentre } from './at-centre.tsx';
import { inOrderOf, silentDesks } from './desk-list.ts';
import { deskNumber } from './desk-number.ts';
import { accountsQuestion, desksQuestion, useCentreQuestion } from './questions.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

/** The desks of the zone, the longest silent first, as they are by now. */
export function DesksPanel() {
  const { t } = useTranslation('administration');
  const answer = useCentreQuestion(desksQuestion);
  const accounts = useCentreQuestion(accountsQuestion).data?.accounts ?? [];
  const [settingAlarm, setSettingAlarm] = useState(false);
  const [revoking, setRevoking] = useState<Desk>();
  return (
    <Panel
      flush
      title={t('part.desks')}
      aside={
        answer.isSuccess && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              setSettingAlarm(true);
            }}
          >
            {t('desks.alarmAfter', { count: answer.data.alarmDays })}
          </Button>
        )
      }
    >
      <AtCentre answer={answer} whose="administration">
        {({ desks }) => <Desks desks={desks} accounts={accounts} onRevoke={setRevoking} />}
      </AtCentre>
      {settingAlarm && answer.data && (
        <AlarmDialog
          days={answer.data.alarmDays}
          onClosed={() => {
            setSettingAlarm(false);
          }}
        />
      )}
      {revoking && (
        <RevokeDialog
          desk={revoking}
          officer={nameOfOfficer(accounts, revoking)}
          onClosed={() => {
            setRevoking(undefined);
          }}
        />
      )}
    </Panel>
  );
}

function Desks(props: {
  readonly desks: readonly Desk[];
  readonly accounts: readonly Account[];
  readonly onRevoke: (desk: Desk) => void;
}) {
  const { accounts } = props;
  const { t } = useTranslation('administration');
  const desks = useSteadyOrder(props.desks);
  const silent = silentDesks(desks);
  if (desks.length === 0) {
    return (
      <EmptyState
        icon={<IconDevices size={24} />}
        title={t('desks.none')}
        text={t('desks.noneText')}
      />
    );
  }
  return (
    <>
      {silent > 0 && (
        <Alert color="orange" radius={0} icon={<IconAlertTriangle size={18} />} role="note">
          {t('desks.silent', { count: silent })}
        </Alert>
      )}
      <Table.ScrollContainer minWidth={720}>
        <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t('part.desks')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('desks.label')}</Table.Th>
              <Table.Th>{t('desks.officer')}</Table.Th>
              <Table.Th>{t('desks.lastSeen')}</Table.Th>
              <Table.Th>{t('desks.version')}</Table.Th>
              <Table.Th ta="end">{t('desks.waiting')}</Table.Th>
              <Table.Th className={classes.actions}>{t('actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {desks.map((desk) => (
              <DeskRow
                key={desk.deviceId}
                desk={desk}
                officer={nameOfOfficer(accounts, desk)}
                isNamesake={desks.some(
                  ({ deviceId, label }) => label === desk.label && deviceId !== desk.deviceId,
                )}
                onRevoke={props.onRevoke}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}

function DeskRow(props: {
  readonly desk: Desk;
  readonly officer: string;
  /** Another desk has its name. */
  readonly isNamesake: boolean;
  readonly onRevoke: (desk: Desk) => void;
}) {
  const { desk, officer } = props;
  const { t } = useTranslation('administration');
  const formats = useFormats();
  return (
    <Table.Tr className={desk.revoked ? classes.over : undefined}>
      <Table.Td fw={550}>
        {desk.label}
        {props.isNamesake && (
          <Text size="xs" c="dimmed">
            {t('desks.number', { number: deskNumber(desk.deviceId) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{officer}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          {formats.recentMoment(desk.lastSeenAt)}
          {desk.alarm && (
            <Badge color="orange">{t('desks.silentFor', { count: desk.silentDays })}</Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>{desk.appVersion === '' ? t('desks.unknown') : desk.appVersion}</Table.Td>
      <Table.Td ta="end">{formats.number(desk.waiting)}</Table.Td>
      <Table.Td className={classes.actions}>
        {desk.revoked ? (
          <Text size="sm">{t('desks.revoked')}</Text>
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={t('desks.revokeOf', { label: desk.label, officer })}
            onClick={() => {
              props.onRevoke(desk);
            }}
          >
            {t('desks.revoke')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** In the order in which they were first shown: a row does not move away under the pointer, nor with the focus. */
function useSteadyOrder(desks: readonly Desk[]): readonly Desk[] {
  const [shown] = useState(() => desks.map(({ deviceId }) => deviceId));
  return inOrderOf(shown, desks);
}

function nameOfOfficer(accounts: readonly Account[], { officerId }: Desk): string {
  return accounts.find((account) => account.officerId === officerId)?.displayName ?? '';
}
