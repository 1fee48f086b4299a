import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { LONGEST_STOP, type Measure } from '#shared/domain/actions/measure.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useFormDraft } from '../../client/use-form-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId } from './queries.ts';

const NO_TEXTS = {};
const CHOICES = z.object({ day: z.string(), minutes: z.number().nullable() });

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
  const draft = useFormDraft('delivery', measure.id, NO_TEXTS, CHOICES, {
    day: dayOf(new Date().toISOString()),
    minutes: measure.minutes,
  });
  const { day, minutes } = draft.choices;
  return (
    <DialogForm
      opened
      draft={draft}
      title={t('deliver.title')}
      submit={t('deliver.do')}
      problem={day === '' || minutes === null ? t('deliver.incomplete') : undefined}
      problemAt={minutes === null ? 'minutes' : 'day'}
      onClose={props.onClose}
      onSubmit={async () => {
        if (minutes === null) return;
        await client.actions.deliver({ id, measureId: measure.id, day, minutes });
      }}
    >
      {(refused) => (
        <>
          <Text size="sm">{props.name}</Text>
          <NumberField
            label={t('deliver.minutes')}
            error={refused.is('minutes')}
            data-autofocus
            min={1}
            max={LONGEST_STOP}
            whole
            value={minutes}
            onChange={(next) => {
              draft.choose({ minutes: next });
            }}
          />
          <DayField
            label={t('deliver.day')}
            error={refused.is('day')}
            value={day}
            onChange={(next) => {
              draft.choose({ day: next });
            }}
          />
          <Text size="xs" c="dimmed">
            {t('deliver.noTracking')}
          </Text>
        </>
      )}
    </DialogForm>
  );
}
