import { Button, Group, Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { IconCalendar, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { addDays, dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useQuestion } from '../../client/queries.ts';
import { useFormats } from '../../ui/formats.ts';
import type { ContactSearch } from './contact-search.ts';

/** Period, reason and neighbourhood; kept in the address, so that a filtered list can be returned to. */
export function ContactFilters(props: {
  readonly search: ContactSearch;
  /** Absent when nothing is chosen. */
  readonly onClear: (() => void) | undefined;
}) {
  const { search } = props;
  const { t } = useTranslation('contacts');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const codes = useCodes();
  const navigate = useNavigate();
  const neighbourhoods = useQuestion({
    topics: ['territory', 'people'],
    key: ['people.neighbourhoods'],
    ask: (client, signal) => client.people.neighbourhoods(undefined, { signal }),
  });
  const narrow = (part: ContactSearch): void => {
    void navigate({ to: '.', search: { ...search, ...part } });
  };
  /** As the field shows it: its accessible name has to contain what is seen. */
  const period =
    search.from === undefined
      ? t('filter.anyPeriod')
      : `${formats.day(search.from)} – ${search.to === undefined ? '' : formats.day(search.to)}`;
  const today = dayOf(new Date().toISOString());
  const presets = [
    { value: [today, today], label: t('filter.today') },
    { value: [addDays(today, -6), today], label: t('filter.week') },
    { value: [addDays(today, -29), today], label: t('filter.month') },
    { value: [`${today.slice(0, 4)}-01-01`, today], label: t('filter.year') },
  ] satisfies { value: [string, string]; label: string }[];

  return (
    <Group gap="xs" wrap="nowrap" role="search" aria-label={t('filter.label')}>
      {props.onClear && (
        <Button
          variant="subtle"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={props.onClear}
        >
          {t('filter.clear')}
        </Button>
      )}
      <DatePickerInput
        type="range"
        aria-label={`${t('filter.period')}: ${period}`}
        placeholder={t('filter.anyPeriod')}
        leftSection={<IconCalendar size={16} aria-hidden />}
        w={238}
        clearable
        allowSingleDateInRange
        valueFormat="DD/MM/YYYY"
        presets={presets}
        maxDate={today}
        value={[search.from ?? null, search.to ?? null]}
        clearButtonProps={{ 'aria-label': t('filter.clear') }}
        ariaLabels={{ previousMonth: common('previousMonth'), nextMonth: common('nextMonth') }}
        onChange={([from, to]) => {
          narrow({ from: from ?? undefined, to: to ?? undefined });
        }}
      />
      <Select
        aria-label={t('list.reason')}
        placeholder={t('filter.anyReason')}
        w={180}
        clearable
        data={codes.all
          .filter(({ list }) => list === 'contact-reason')
          .map(({ code }) => ({ value: code, label: codes.name('contact-reason', code) }))}
        value={search.reason ?? null}
        onChange={(reason) => {
          narrow({ reason: reason ?? undefined });
        }}
      />
      <Select
        aria-label={t('list.neighbourhood')}
        placeholder={t('filter.anyNeighbourhood')}
        w={180}
        clearable
        searchable
        nothingFoundMessage={t('list.noMatch')}
        data={(neighbourhoods.data ?? []).map(({ id, nameNl, nameFr }) => ({
          value: id,
          label: formats.name(nameNl, nameFr),
        }))}
        value={search.neighbourhoodId ?? null}
        onChange={(neighbourhoodId) => {
          narrow({ neighbourhoodId: neighbourhoodId ?? undefined });
        }}
      />
    </Group>
  );
}
