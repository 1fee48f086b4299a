import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { MOST_ANSWER_DAYS } from '#shared/domain/actions/answer-days.ts';

import { useSyncState } from '../../client/sync-state.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { DialogForm } from './dialog-form.tsx';
import { useAnswerDays } from './queries.ts';

/** How long those who lead have to answer; administrators of the zone, and a desk of its own, may change it. */
export function AnswerDaysLine() {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const [typed, setTyped] = useState<number | null>();
  const role = useSyncState().data?.enrolment?.role;
  const days = useAnswerDays();
  if (days === undefined) return null;
  const done = (): void => {
    setTyped(undefined);
  };
  const isNumber =
    typeof typed === 'number' && Number.isInteger(typed) && typed >= 1 && typed <= MOST_ANSWER_DAYS;
  return (
    <Group justify="space-between" gap="xs" mb="sm">
      <Text size="sm">{t('bench.days', { count: days, days: formats.number(days) })}</Text>
      {(role === undefined || role === 'administrator') && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setTyped(days);
          }}
        >
          {t('bench.daysChange')}
        </Button>
      )}
      <DialogForm
        opened={typed !== undefined}
        title={t('bench.daysChange')}
        submit={t('bench.daysSave')}
        problem={isNumber ? undefined : t('bench.daysMissing', { most: MOST_ANSWER_DAYS })}
        onClose={done}
        onSubmit={async () => {
          if (!isNumber) return;
          await client.actions.setAnswerDays({ days: typed });
          offerUndo({
            id: 'answer-days',
            message: t('bench.days', { count: typed, days: formats.number(typed) }),
            undo: () => client.actions.setAnswerDays({ days }),
          });
        }}
      >
        <NumberField
          label={t('bench.daysLabel')}
          description={t('bench.daysHint')}
          data-autofocus
          whole
          error={!isNumber}
          min={1}
          max={MOST_ANSWER_DAYS}
          value={typed ?? null}
          onChange={setTyped}
        />
      </DialogForm>
    </Group>
  );
}
