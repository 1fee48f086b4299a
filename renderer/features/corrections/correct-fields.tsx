import { Chip, Group, Input, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import { useTranslation } from 'react-i18next';

import type { CodeList } from '#shared/domain/codes/code.ts';
import { type Contact, LONGEST_MINUTES, LONGEST_TEXT } from '#shared/domain/contacts/contact.ts';
import { type CorrectableField, correctableOf } from '#shared/domain/contacts/corrections.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { DayField } from '../../ui/day-field.tsx';
import { useFormats } from '../../ui/formats.ts';
import { PartyField } from '../parties/index.ts';
import { AddressField } from '../territory/index.ts';
import type { CorrectField, CorrectForm, CorrectProblems } from './correct-model.ts';
import { useValueText } from './value-text.tsx';

interface FieldsProps {
  readonly contact: Contact;
  readonly form: CorrectForm;
  /** What the fields said before anything was typed. */
  readonly first: CorrectForm;
  readonly problems: CorrectProblems;
  readonly onChange: (part: Partial<CorrectForm>) => void;
  /** Before a link of a field leads to another page. */
  readonly onLeave: () => void;
}

/** The fields of the correction; one that was changed shows what it said. */
export function CorrectFields(props: FieldsProps) {
  const { form, problems, onChange } = props;
  const { t } = useTranslation('corrections');
  const was = useWas(props);
  const problem = useProblemText(problems);
  return (
    <Stack gap="sm">
      <div data-field="note">
        <Textarea
          label={t('correct.note')}
          description={t('correct.noteHint')}
          withAsterisk
          data-autofocus
          autosize
          minRows={1}
          maxRows={5}
          value={form.note}
          error={problem('note')}
          onChange={(event) => {
            onChange({ note: event.currentTarget.value });
          }}
        />
      </div>
      <div data-field="when">
        <Group gap="sm" align="flex-start" grow>
          <DayField
            label={t('field.occurredAt')}
            value={form.day}
            error={problem('when')}
            description={was('occurredAt', ['day', 'time'])}
            inputWrapperOrder={WAS_BELOW}
            onChange={(day) => {
              onChange({ day });
            }}
          />
          <TimePicker
            label={t('correct.time')}
            format="24h"
            value={form.time}
            hoursInputLabel={t('correct.hours')}
            minutesInputLabel={t('correct.minutes')}
            onChange={(time) => {
              onChange({ time: time.slice(0, 5) });
            }}
          />
        </Group>
      </div>
      <div data-field="place">
        <AddressField
          label={t('field.place')}
          value={form.place}
          initialText={form.placeText}
          error={problem('place')}
          onLeave={props.onLeave}
          onText={(placeText) => {
            onChange({ placeText });
          }}
          onChange={(place) => {
            onChange({ place });
          }}
        />
        <Input.Description mt={4}>{was('place', ['place'])}</Input.Description>
      </div>
      <CodedFields {...props} />
      <PartiesField {...props} />
      <ProblemsField {...props} />
      {(['need', 'summary', 'assessment'] as const).map((name) => (
        <div key={name} data-field={name}>
          <Textarea
            label={t(`field.${name}`)}
            autosize
            minRows={name === 'summary' ? 3 : 1}
            maxRows={9}
            value={form[name]}
            error={problem(name)}
            description={was(name, [name])}
            inputWrapperOrder={WAS_BELOW}
            onChange={(event) => {
              onChange({ [name]: event.currentTarget.value });
            }}
          />
        </div>
      ))}
    </Stack>
  );
}

const WAS_BELOW: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'error',
  'description',
];

/** What a field said, once one of these parts of the form differs. */
function useWas({ contact, form, first }: FieldsProps) {
  const { t } = useTranslation('corrections');
  const valueText = useValueText();
  return (field: CorrectableField, parts: readonly (keyof CorrectForm)[]): string | undefined => {
    const isChanged = parts.some(
      (part) => JSON.stringify(form[part]) !== JSON.stringify(first[part]),
    );
    if (!isChanged) return undefined;
    const named = { original: contact, current: contact };
    return t('correct.was', { value: valueText(field, correctableOf(contact), named) });
  };
}

function useProblemText(problems: CorrectProblems) {
  const { t } = useTranslation('corrections');
  const formats = useFormats();
  return (field: CorrectField): string | undefined => {
    const reason = problems[field];
    if (reason === undefined) return undefined;
    const most = reason === 'duration' ? LONGEST_MINUTES : LONGEST_TEXT;
    return t(`problem.${reason}`, { most: formats.number(most) });
  };
}

/** Choices of the zone's lists. A code that ended meanwhile stays as long as it is not changed. */
function CodedFields(props: FieldsProps) {
  const { form, first, problems, onChange } = props;
  const { t } = useTranslation('corrections');
  const codes = useCodes();
  const was = useWas(props);
  const problem = useProblemText(problems);
  const day = form.day || dayOf(new Date().toISOString());
  const options = (list: CodeList, chosen: string, isOptional: boolean) => {
    const current = codes.on(list, day).map(({ code }) => code);
    const all = chosen === '' || current.includes(chosen) ? current : [chosen, ...current];
    return [
      ...(isOptional ? [{ value: '', label: t('correct.unknown') }] : []),
      ...all.map((code) => ({ value: code, label: codes.name(list, code) })),
    ];
  };
  const select = (
    name: 'reason' | 'channel' | 'language' | 'feeling' | 'sensitivity',
    list: CodeList,
    isOptional: boolean,
  ) => (
    <NativeSelect
      label={t(`field.${name}`)}
      value={form[name]}
      data={options(list, first[name], isOptional)}
      description={was(name, [name])}
      inputWrapperOrder={WAS_BELOW}
      onChange={(event) => {
        onChange({ [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <>
      <Group gap="sm" align="flex-start" grow>
        {select('reason', 'contact-reason', false)}
        {select('channel', 'channel', true)}
      </Group>
      <Group gap="sm" align="flex-start" grow>
        {select('language', 'language', true)}
        <div data-field="duration">
          <TextInput
            label={t('correct.duration')}
            inputMode="numeric"
            value={form.duration}
            error={problem('duration')}
            description={was('durationMinutes', ['duration'])}
            inputWrapperOrder={WAS_BELOW}
            onChange={(event) => {
              onChange({ duration: event.currentTarget.value });
            }}
          />
        </div>
      </Group>
      <Group gap="sm" align="flex-start" grow>
        {select('feeling', 'feeling', true)}
        {select('sensitivity', 'sensitivity', false)}
      </Group>
    </>
  );
}

/** Who was named by mistake is taken out, who was forgotten is added. */
function PartiesField(props: FieldsProps) {
  const { form, problems, onChange } = props;
  const { t } = useTranslation('corrections');
  const was = useWas(props);
  const problem = useProblemText(problems);
  return (
    <div data-field="parties">
      <PartyField
        label={t('field.parties')}
        hint={was('parties', ['parties']) ?? t('correct.partiesHint')}
        chosen={form.parties}
        text={form.partyText}
        error={problem('parties')}
        onText={(partyText) => {
          onChange({ partyText });
        }}
        onChange={(parties) => {
          onChange({ parties, partyText: '' });
        }}
      />
    </div>
  );
}

function ProblemsField(props: FieldsProps) {
  const { form, first, onChange } = props;
  const { t } = useTranslation('corrections');
  const codes = useCodes();
  const was = useWas(props);
  const current = codes
    .on('problem', form.day || dayOf(new Date().toISOString()))
    .map(({ code }) => code);
  const all = [...current, ...first.problems.filter((code) => !current.includes(code))];
  return (
    <Input.Wrapper
      label={t('field.problems')}
      labelElement="div"
      description={was('problems', ['problems'])}
      inputWrapperOrder={WAS_BELOW}
    >
      <Chip.Group
        multiple
        value={[...form.problems]}
        onChange={(problems) => {
          // In the order in which the workbench keeps them, so that putting one back changes nothing.
          onChange({ problems: [...problems].sort() });
        }}
      >
        <Group gap={6} mt={4}>
          {all.map((code) => (
            <Chip key={code} value={code} size="xs" radius="xl">
              {codes.name('problem', code)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
