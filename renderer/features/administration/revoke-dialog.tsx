import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Desk } from '#shared/protocol/administration.ts';

import { useFormats } from '../../ui/formats.ts';
import { deskNumber } from './desk-number.ts';
import { FormDialog } from './form-dialog.tsx';
import { useAct } from './questions.ts';

/** Shuts a desk out for good, after saying what is lost by it. */
export function RevokeDialog(props: {
  readonly desk: Desk;
  readonly officer: string;
  readonly onClosed: () => void;
}) {
  const { desk, officer } = props;
  const { deviceId, label, waiting } = desk;
  const { t } = useTranslation('administration');
  const formats = useFormats();
  const act = useAct();
  return (
    <FormDialog
      isFinal
      title={t('desks.revokeOf', { label, officer })}
      submit={t('desks.revoke')}
      isReady={() => true}
      onSubmit={() => act(({ administration }) => administration.revokeDesk({ deviceId }))}
      onClosed={props.onClosed}
    >
      <Text size="sm">
        {t('desks.revokeWhich', {
          moment: formats.recentMoment(desk.lastSeenAt),
          number: deskNumber(deviceId),
        })}
      </Text>
      <Text size="sm">{t('desks.revokeText')}</Text>
      {waiting > 0 && (
        <Text size="sm" fw={600}>
          {t('desks.revokeWaiting', {
            count: waiting,
            moment: formats.recentMoment(desk.lastSeenAt),
          })}
        </Text>
      )}
    </FormDialog>
  );
}
