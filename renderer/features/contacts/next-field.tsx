import { Button, Group, Input, NativeSelect, Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { NEXT_STEPS } from '#shared/domain/contacts/code-lists.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useDeskState } from '../../client/desk-state.ts';
import { useQuestion } from '../../client/queries.ts';
import { DayField } from '../../ui/day-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import type { QuickLogField, QuickLogForm } from './quick-log-model.ts';

const DUE_CHOICES = [
  ['tomorrow', 1],
  ['threeDays', 3],
  ['week', 7],
  ['fortnight', 14],
] as const;

/** What happens next; a promise needs its words and its date, and may say who keeps it and how it is told. */
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
      {isPromise && <PromiseKeeping {...props} />}
    </Stack>
  );
}

/** How the person will be told, and who sees to it: the officer at the desk unless somebody else is named. */
function PromiseKeeping(props: {
  readonly form: QuickLogForm;
  readonly onChange: (part: Partial<QuickLogForm>) => void;
  readonly problem: (field: QuickLogField) => ReactNode;
}) {
  const { form, onChange } = props;
  const { t } = useTranslation('contacts');
  const codes = useCodes();
  const me = useDeskState().data?.officer;
  const officers = useQuestion({
    topics: ['people'],
    key: ['people.officers'],
    ask: (client, signal) => client.people.officers(undefined, { signal }),
  });
  const today = dayOf(new Date().toISOString());
  const others = (officers.data ?? []).filter(({ id }) => id !== me?.id);
  return (
    <Group gap="sm" grow align="flex-start">
      <div data-field="promiseChannel">
        <NativeSelect
          label={t('more.promiseChannel')}
          data={[
            { value: '', label: t('more.notSaid') },
            ...codes.on('channel', form.day || today).map(({ code }) => ({
              value: code,
              label: codes.name('channel', code),
            })),
          ]}
          value={form.promiseChannel}
          error={props.problem('promiseChannel')}
          onChange={(event) => {
            onChange({ promiseChannel: event.currentTarget.value });
          }}
        />
      </div>
      <div data-field="owner">
        <NativeSelect
          label={t('more.owner')}
          data={[
            { value: '', label: t('more.me', { name: me?.displayName ?? '' }) },
            ...others.map(({ id, displayName }) => ({ value: id, label: displayName })),
          ]}
          value={form.ownerId}
          error={props.problem('owner')}
          onChange={(event) => {
            onChange({ ownerId: event.currentTarget.value });
          }}
        />
      </div>
    </Group>
  );
}
