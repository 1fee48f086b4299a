import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconClockExclamation, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Enrolment, SyncState } from '#shared/contract/sync.ts';

import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { Facts } from '../../ui/facts.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { isClockOff } from './clock-off.ts';
import { EnrolForm } from './enrol-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** How this desk stands with the centre, in words, with what can be done about it. */
export function ConnectionPanel({ state }: { readonly state: SyncState }) {
  const { t } = useTranslation('sync');
  const { connection, enrolment, code } = state;
  const canTry = enrolment !== null && connection !== 'sign-in' && connection !== 'revoked';
  return (
    <Panel title={t('line.title')} aside={canTry && <NowButton isRunning={state.isRunning} />}>
      <Stack gap="sm">
        <Text role="status">{t(`line.${connection}`, { code: code ?? '' })}</Text>
        {connection === 'none' && <EnrolForm known={null} />}
        {connection === 'unknown' && <EnrolForm known={enrolment} />}
        {(connection === 'sign-in' || mayRenew(state)) && (
          <SignInForm login={enrolment?.login ?? ''} />
        )}
        <ClockNotice ahead={state.clockAheadSeconds} />
        {state.waitingRows > 0 && (
          <Text size="sm">{t('line.waitingRows', { count: state.waitingRows })}</Text>
        )}
        {enrolment !== null && <LineFacts state={state} />}
      </Stack>
    </Panel>
  );
}

function LineFacts({ state }: { readonly state: SyncState }) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const { enrolment, lastContactAt, nextTryAt } = state;
  const isSoon = nextTryAt !== null && Date.parse(nextTryAt) - Date.now() < 60_000;
  return (
    <Facts
      rows={[
        [
          t('line.lastContact'),
          lastContactAt === null ? t('line.never') : formats.recentMoment(lastContactAt),
        ],
        [
          t('line.nextTry'),
          nextTryAt === null ? '' : isSoon ? t('line.soon') : formats.time(nextTryAt),
        ],
        [t('line.address'), enrolment?.address],
        [t('line.account'), enrolment && accountOf(enrolment)],
        [t('line.desk'), enrolment?.label],
      ]}
    />
  );
}

/** While there is a line, so that the officer is not asked where there is none. */
function mayRenew({ connection, lease }: SyncState): boolean {
  return connection === 'online' && lease !== null && (lease.state === 'over' || lease.endsSoon);
}

/** The login is not known here when it was never typed. */
function accountOf({ displayName, login }: Enrolment): string {
  return login === '' ? displayName : `${displayName} (${login})`;
}

function NowButton({ isRunning }: { readonly isRunning: boolean }) {
  const { t } = useTranslation('sync');
  const client = useWorkbench();
  const report = useReporter();
  const [isAsked, setAsked] = useState(false);
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconRefresh size={15} aria-hidden />}
      loading={isAsked || isRunning}
      onClick={() => {
        setAsked(true);
        report(
          client.sync.now().finally(() => {
            setAsked(false);
          }),
        );
      }}
    >
      {t('line.now')}
    </Button>
  );
}

function ClockNotice({ ahead }: { readonly ahead: number | null }) {
  const { t } = useTranslation('sync');
  if (!isClockOff(ahead)) return null;
  const count = Math.round(Math.abs(ahead) / 60);
  return (
    <Alert color="orange" role="note" icon={<IconClockExclamation size={18} />}>
      {t(ahead > 0 ? 'line.clockAhead' : 'line.clockBehind', { count })}
    </Alert>
  );
}
