import { Group, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { LONGEST_STOP, type Measure, MOST_TIMES, ONCE } from '#shared/domain/actions/measure.ts';
import { MEANS } from '#shared/domain/actions/vocabulary.ts';
import { LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';

import { CodeChoice, OfficerChoice } from './choice.tsx';
import { usePartners } from './queries.ts';
import { WindowsField } from './windows-field.tsx';

/** A measure as it is being filled in: a field of a number may be empty meanwhile. */
export type MeasureForm = Pick<
  Measure,
  'type' | 'rung' | 'windows' | 'officerId' | 'partnerId' | 'note'
> & { readonly minutes: number | string; readonly timesPerWeek: number | string };

/** What, how much, when and who: of a measure that is added and of one that is changed alike. */
export function MeasureFields(props: {
  readonly form: MeasureForm;
  /** What the ladder says about the chosen means, in words. */
  readonly offLadder: string | undefined;
  readonly onChange: (part: Partial<Omit<MeasureForm, 'note'>>) => void;
  readonly onType: (note: string) => void;
}) {
  const { form, onChange } = props;
  const { t } = useTranslation('actions');
  const partners = usePartners().data ?? [];
  return (
    <>
      <Group grow align="flex-end">
        <CodeChoice
          list="task-type"
          label={t('measure.what')}
          value={form.type}
          onChange={(type) => {
            if (type !== null) onChange({ type });
          }}
        />
        <CodeChoice
          list="means"
          label={t('measure.rung')}
          value={form.rung}
          onChange={(next) => {
            onChange({ rung: MEANS.find((one) => one === next) ?? 'talk' });
          }}
        />
      </Group>
      {props.offLadder !== undefined && (
        <Text size="sm" role="status">
          {props.offLadder}
        </Text>
      )}
      <Group grow align="flex-start">
        <NumberInput
          label={t('measure.minutes')}
          min={1}
          max={LONGEST_STOP}
          allowDecimal={false}
          value={form.minutes}
          onChange={(minutes) => {
            onChange({ minutes });
          }}
        />
        <NumberInput
          label={t('measure.times')}
          description={t('measure.timesHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={ONCE}
          max={MOST_TIMES}
          allowDecimal={false}
          value={form.timesPerWeek}
          onChange={(timesPerWeek) => {
            onChange({ timesPerWeek });
          }}
        />
      </Group>
      <WindowsField
        windows={form.windows}
        onChange={(windows) => {
          onChange({ windows: [...windows] });
        }}
      />
      <Group grow align="flex-end">
        <OfficerChoice
          label={t('measure.officer')}
          none={t('anybody')}
          value={form.officerId}
          onChange={(officerId) => {
            onChange({ officerId });
          }}
        />
        <NativeSelect
          label={t('measure.partner')}
          value={form.partnerId ?? ''}
          data={[
            { value: '', label: t('nobody') },
            ...partners.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(event) => {
            onChange({ partnerId: event.currentTarget.value || null });
          }}
        />
      </Group>
      <TextInput
        label={t('measure.note')}
        maxLength={LONGEST_TEXT}
        value={form.note}
        onChange={(event) => {
          props.onType(event.currentTarget.value);
        }}
      />
    </>
  );
}
