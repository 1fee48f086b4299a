import { Button, Group, Input, Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { NEXT_STEPS } from '#shared/domain/contacts/code-lists.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { DayField } from '../../ui/day-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import type { QuickLogField, QuickLogForm } from './quick-log-model.ts';

const DUE_CHOICES = [
  ['tomorrow', 1],
  ['threeDays', 3],
  ['week', 7],
  ['fortnight', 14],
] as const;

/** What happens next; a promise needs its words and its date. */
export function NextField(props: {
  readonly form: QuickLogForm;
  readonly onChange: (part: Partial<QuickLogForm>) => void;
  readonly problem: (field: QuickLogField) => ReactNode;
}) {
  const { form, onChange } = props;
  const { t } = useTranslation('contacts');
  const codes = useCodes();
  const isPromise = form.step === 'promise';
  const wantsNote = form.step !== '' && form.step !== 'nothing';
  return (
    <Stack gap="sm">
      <div data-field="next">
        <ChoiceField
          label={t('form.next')}
          values={NEXT_STEPS}
          textOf={(step) => codes.name('next-step', step)}
          value={form.step}
          error={props.problem('next')}
          onChange={(step) => {
            onChange({ step });
          }}
        />
      </div>
      {(wantsNote || form.note !== '') && (
        <div data-field="note">
          <Textarea
            label={t(isPromise ? 'form.promiseText' : 'form.note')}
            withAsterisk={isPromise}
            autosize
            minRows={isPromise ? 2 : 1}
            maxRows={6}
            value={form.note}
            error={props.problem('note')}
            onChange={(event) => {
              onChange({ note: event.currentTarget.value });
            }}
          />
        </div>
      )}
      {isPromise && (
        <div data-field="dueOn">
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <DayField
              label={t('form.dueOn')}
              withAsterisk
              w={190}
              flex="none"
              value={form.dueOn}
              error={props.problem('dueOn') !== undefined}
              onChange={(dueOn) => {
                onChange({ dueOn });
              }}
            />
            {DUE_CHOICES.map(([name, days]) => (
              <Button
                key={name}
                size="compact-sm"
                variant="default"
                mb={4}
                onClick={() => {
                  onChange({ dueOn: addDays(dayOf(new Date().toISOString()), days) });
                }}
              >
                {t(`form.dueIn.${name}`)}
              </Button>
            ))}
          </Group>
          <Input.Error mt={4}>{props.problem('dueOn')}</Input.Error>
        </div>
      )}
    </Stack>
  );
}
