import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { QuarantinedWork } from '#shared/contract/administration.ts';
import { LIMITS } from '#shared/protocol/limits.ts';

import { LongText } from '../../ui/long-text.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useAct } from './questions.ts';

/** Refuses work for good, with a reason that its author reads. */
export function RefuseDialog(props: {
  readonly work: QuarantinedWork;
  readonly onRefused: () => void;
  readonly onClosed: () => void;
}) {
  const { opId, authorName } = props.work;
  const { t } = useTranslation('administration');
  const act = useAct();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const isMissing = note.trim() === '';
  return (
    <FormDialog
      title={t('quarantine.refuseTitle')}
      submit={t('quarantine.refuse')}
      isReady={() => {
        setAsked(true);
        return !isMissing;
      }}
      onSubmit={async () => {
        await act(({ quarantine }) => quarantine.refuse({ opId, note }));
        notifications.show({ color: 'teal', message: t('quarantine.refused') });
        props.onRefused();
      }}
      onClosed={props.onClosed}
    >
      <Text size="sm">{t('quarantine.refuseText', { name: authorName })}</Text>
      <LongText
        data-autofocus
        required
        minRows={3}
        label={t('quarantine.reason')}
        most={LIMITS.noteCharacters}
        value={note}
        error={asked && isMissing && t('quarantine.reasonMissing')}
        onText={setNote}
      />
    </FormDialog>
  );
}
