import { Group, NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import {
  LONGEST_STOP,
  measureFieldsSchema,
  MOST_TIMES,
  ONCE,
} from '#shared/domain/actions/measure.ts';
import { MEANS } from '#shared/domain/actions/vocabulary.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useRefused } from '../../client/refused-field.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { ShortText } from '../../ui/short-text.tsx';
import { CodeChoice, OfficerChoice } from './choice.tsx';
import { LadderLink } from './ladder-link.tsx';
import { usePartners } from './queries.ts';
import { WindowsField } from './windows-field.tsx';

const figure = z.number().or(z.string());

/** What of a measure is no text: a field of a number may be empty meanwhile. */
export const measureChoicesSchema = measureFieldsSchema
  .pick({ type: true, rung: true, windows: true, officerId: true, partnerId: true })
  .extend({ minutes: figure, timesPerWeek: figure });
type MeasureChoices = z.infer<typeof measureChoicesSchema>;

/** A measure as it is being filled in. */
export type MeasureForm = MeasureChoices & { readonly note: string };

/** The field that keeps a measure from being stored, where one does: a figure that is none, or else its means. */
export function lackingOf({ minutes, timesPerWeek }: MeasureChoices): string {
  if (typeof minutes !== 'number') return 'minutes';
  return typeof timesPerWeek === 'number' ? 'rung' : 'timesPerWeek';
}

/** What, how much, when and who: of a measure that is added and of one that is changed alike. */
export function MeasureFields(props: {
  readonly form: MeasureForm;
  /** What the ladder says about the chosen means, in words. */
  readonly offLadder: string | undefined;
  readonly dossierId: Id;
  readonly onChange: (part: Partial<MeasureChoices>) => void;
  readonly onType: (note: string) => void;
}) {
  const { form, onChange } = props;
  const { t } = useTranslation('actions');
  const partners = usePartners().data ?? [];
  const refused = useRefused();
  return (
    <>
      <Group grow align="flex-end">
        <CodeChoice
          list="task-type"
          label={t('measure.what')}
          error={refused.is('type')}
          value={form.type}
          onChange={(type) => {
            if (type !== null) onChange({ type });
          }}
        />
        <CodeChoice
          list="means"
          label={t('measure.rung')}
          error={refused.is('rung')}
          value={form.rung}
          onChange={(next) => {
            onChange({ rung: MEANS.find((one) => one === next) ?? 'talk' });
          }}
        />
      </Group>
      {props.offLadder !== undefined && (
        <Text size="sm" role="status">
          {props.offLadder} <LadderLink dossierId={props.dossierId} />
        </Text>
      )}
      <Group grow align="flex-start">
        <NumberField
          label={t('measure.minutes')}
          error={refused.is('minutes')}
          min={1}
          max={LONGEST_STOP}
          whole
          value={numberOrNone(form.minutes)}
          onChange={(minutes) => {
            onChange({ minutes: minutes ?? '' });
          }}
        />
        <NumberField
          label={t('measure.times')}
          error={refused.is('timesPerWeek')}
          description={t('measure.timesHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={ONCE}
          max={MOST_TIMES}
          whole
          value={numberOrNone(form.timesPerWeek)}
          onChange={(timesPerWeek) => {
            onChange({ timesPerWeek: timesPerWeek ?? '' });
          }}
        />
      </Group>
      <WindowsField
        error={refused.text('windows')}
        windows={form.windows}
        onChange={(windows) => {
          onChange({ windows: [...windows] });
        }}
      />
      <Group grow align="flex-end">
        <OfficerChoice
          label={t('measure.officer')}
          error={refused.is('officerId')}
          none={t('anybody')}
          value={form.officerId}
          onChange={(officerId) => {
            onChange({ officerId });
          }}
        />
        <NativeSelect
          label={t('measure.partner')}
          error={refused.is('partnerId')}
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
      <ShortText
        label={t('measure.note')}
        error={refused.is('note')}
        value={form.note}
        onText={props.onType}
      />
    </>
  );
}

function numberOrNone(figure: string | number): number | null {
  return typeof figure === 'number' ? figure : null;
}
