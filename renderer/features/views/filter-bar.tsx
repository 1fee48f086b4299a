import { Button, Checkbox, Group, Popover, SegmentedControl, Stack, Text } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { IconCalendar, IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type ContactFilter, valuesOf } from '#shared/domain/contacts/contact-filter.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import { CHOICE_FIELDS, useFilterChoices } from './filter-choices.ts';
import { MENU_POPOVER } from './menu-popover.ts';

interface FilterProps {
  readonly filter: ContactFilter;
  /** Called with the fields that change; undefined takes a field away. */
  readonly onChange: (part: { readonly [Field in keyof ContactFilter]: unknown }) => void;
}

/** Everything a list of contacts can be narrowed by, in one bar. */
export function FilterBar({
  filter,
  onChange,
  onClear,
}: FilterProps & { readonly onClear: (() => void) | undefined }) {
  const { t } = useTranslation('views');
  const { t: contacts } = useTranslation('contacts');
  const [streets, setStreets] = useState(false);
  const fields = useFilterChoices(filter, { streets });
  return (
    <Group gap={6} role="search" aria-label={contacts('filter.label')}>
      <PeriodField filter={filter} onChange={onChange} />
      {CHOICE_FIELDS.map((field) => (
        <ChoiceMenu
          key={field}
          {...fields[field]}
          chosen={valuesOf<string>(filter[field])}
          onChange={(values) => {
            onChange({ [field]: values.length > 1 ? values : values[0] });
          }}
          {...(field === 'streetId'
            ? {
                onOpen: () => {
                  setStreets(true);
                },
              }
            : {})}
        />
      ))}
      <OtherFields filter={filter} onChange={onChange} />
      {onClear && (
        <Button
          size="compact-sm"
          h={30}
          variant="subtle"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={onClear}
        >
          {t('filter.clearField')}
        </Button>
      )}
    </Group>
  );
}

function PeriodField({ filter, onChange }: FilterProps) {
  const { t } = useTranslation('contacts');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const { from, to } = filter;
  const [half, setHalf] = useState<string | null>(null);
  /** As the field shows it: its accessible name has to contain what is seen. */
  const shown =
    from === undefined && to === undefined
      ? t('filter.anyPeriod')
      : `${from === undefined ? '' : formats.day(from)} – ${to === undefined ? '' : formats.day(to)}`;
  const today = dayOf(new Date().toISOString());
  const presets = [
    { value: [today, today], label: t('filter.today') },
    { value: [addDays(today, -6), today], label: t('filter.week') },
    { value: [addDays(today, -29), today], label: t('filter.month') },
    { value: [`${today.slice(0, 4)}-01-01`, today], label: t('filter.year') },
  ] satisfies { value: [string, string]; label: string }[];
  return (
    <DatePickerInput
      type="range"
      size="xs"
      aria-label={`${t('filter.period')}: ${shown}`}
      placeholder={t('filter.anyPeriod')}
      leftSection={<IconCalendar size={15} aria-hidden />}
      w={218}
      clearable
      allowSingleDateInRange
      valueFormat="DD/MM/YYYY"
      presets={presets}
      maxDate={today}
      value={[half ?? from ?? null, half === null ? (to ?? null) : null]}
      clearButtonProps={{ 'aria-label': t('filter.clear') }}
      ariaLabels={{ previousMonth: common('previousMonth'), nextMonth: common('nextMonth') }}
      onChange={([first, last]) => {
        // Half a period is not asked for yet: the list would jump twice.
        setHalf(first !== null && last === null ? first : null);
        if ((first === null) === (last === null)) {
          onChange({ from: first ?? undefined, to: last ?? undefined });
        }
      }}
    />
  );
}

/** The fields that are a yes or a no. */
function OtherFields({ filter, onChange }: FilterProps) {
  const { t } = useTranslation('views');
  const codes = useCodes();
  const [opened, setOpened] = useState(false);
  const count = [filter.openPromise, filter.amended, filter.withdrawn, filter.sensitivity].filter(
    (field) => field !== undefined,
  ).length;
  return (
    <Popover opened={opened} onChange={setOpened} {...MENU_POPOVER} position="bottom-end">
      <Popover.Target>
        <Button
          size="compact-sm"
          h={30}
          variant={count > 0 ? 'light' : 'default'}
          fw={count > 0 ? 600 : 450}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => {
            setOpened(!opened);
          }}
        >
          {count > 0 ? t('filter.others', { count }) : t('filter.other')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t('filter.other')}>
        <Stack gap="sm" w={300}>
          <Checkbox
            size="xs"
            label={t('filter.openPromise')}
            checked={filter.openPromise === true}
            onChange={(event) => {
              onChange({ openPromise: event.currentTarget.checked || undefined });
            }}
          />
          <Checkbox
            size="xs"
            label={t('filter.amended')}
            checked={filter.amended === true}
            onChange={(event) => {
              onChange({ amended: event.currentTarget.checked || undefined });
            }}
          />
          <Steps
            label={t('filter.withdrawn')}
            value={filter.withdrawn ?? ''}
            data={[
              { value: '', label: t('filter.withdrawnShow') },
              { value: 'hide', label: t('filter.withdrawnHide') },
              { value: 'only', label: t('filter.withdrawnOnly') },
            ]}
            onChange={(value) => {
              onChange({ withdrawn: value || undefined });
            }}
          />
          <Steps
            label={t('filter.sensitivity')}
            value={filter.sensitivity ?? ''}
            data={[
              { value: '', label: t('filter.sensitivityAny') },
              ...(['normal', 'restricted'] as const).map((code) => ({
                value: code,
                label: codes.name('sensitivity', code),
              })),
            ]}
            onChange={(value) => {
              onChange({ sensitivity: value || undefined });
            }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Steps(props: {
  readonly label: string;
  readonly value: string;
  readonly data: { value: string; label: string }[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <div>
      <Text size="xs" mb={4}>
        {props.label}
      </Text>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={props.label}
        data={props.data}
        value={props.value}
        onChange={props.onChange}
      />
    </div>
  );
}
