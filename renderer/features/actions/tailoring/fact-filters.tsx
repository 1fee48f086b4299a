import { Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FactFilter } from '#shared/contract/facts.ts';
import { FACT_ORIGINS } from '#shared/domain/facts/fact.ts';
import { addDays } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { DayField } from '../../../ui/day-field.tsx';
import { CodeChoice } from '../choice.tsx';

/** Which facts are looked at: by street, days, kind and who brought them to light. */
export function FactFilters(props: {
  readonly filter: FactFilter;
  /** The streets of the dossier, by their names. */
  readonly streets: ReadonlyMap<Id, string>;
  readonly onChange: (filter: FactFilter) => void;
}) {
  const { filter, streets, onChange } = props;
  const { t } = useTranslation('tailoring');
  const { t: tFacts } = useTranslation('facts');
  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label={t('facts.street')}
        value={filter.streetId ?? ''}
        data={[
          ...[...streets].map(([value, label]) => ({ value, label })),
          { value: '', label: t('facts.everywhere') },
        ]}
        onChange={(event) => {
          onChange({ ...filter, streetId: event.currentTarget.value || null });
        }}
      />
      <DayField
        label={t('facts.from')}
        w={150}
        clearable
        value={filter.from ?? ''}
        onChange={(day) => {
          onChange({ ...filter, from: day === '' ? null : day });
        }}
      />
      <DayField
        label={t('facts.to')}
        w={150}
        clearable
        value={filter.to === null ? '' : addDays(filter.to, -1)}
        onChange={(day) => {
          onChange({ ...filter, to: day === '' ? null : addDays(day, 1) });
        }}
      />
      <CodeChoice
        list="fact-kind"
        label={t('facts.kind')}
        none={t('facts.all')}
        value={filter.kind}
        onChange={(kind) => {
          onChange({ ...filter, kind });
        }}
      />
      <NativeSelect
        label={t('facts.origin')}
        value={filter.origin ?? ''}
        data={[
          { value: '', label: t('facts.all') },
          ...FACT_ORIGINS.map((value) => ({ value, label: tFacts(`origin.${value}`) })),
        ]}
        onChange={(event) => {
          const origin = FACT_ORIGINS.find((one) => one === event.currentTarget.value) ?? null;
          onChange({ ...filter, origin });
        }}
      />
    </Group>
  );
}
