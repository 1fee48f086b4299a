import { NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LONGEST_STOP, type Measure } from '#shared/domain/actions/measure.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId } from './queries.ts';

/** Confirms a stop: which day and how long. Nothing of who or where exactly is kept. */
export function DeliverDialog(props: {
  readonly measure: Measure;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { measure } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const [id] = useState(newId);
  const [day, setDay] = useState(() => dayOf(new Date().toISOString()));
  const [minutes, setMinutes] = useState<number | string>(measure.minutes);
  return (
    <DialogForm
      opened
      title={t('deliver.title')}
      submit={t('deliver.do')}
      problem={day === '' || typeof minutes !== 'number' ? t('deliver.incomplete') : undefined}
      onClose={props.onClose}
      onSubmit={async () => {
        if (typeof minutes !== 'number') return;
        await client.actions.deliver({ id, measureId: measure.id, day, minutes });
      }}
    >
      <Text size="sm">{props.name}</Text>
      <NumberInput
        label={t('deliver.minutes')}
        data-autofocus
        min={1}
        max={LONGEST_STOP}
        allowDecimal={false}
        value={minutes}
        onChange={setMinutes}
      />
      <DayField label={t('deliver.day')} value={day} onChange={setDay} />
      <Text size="xs" c="dimmed">
        {t('deliver.noTracking')}
      </Text>
    </DialogForm>
  );
}
