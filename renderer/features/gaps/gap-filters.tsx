import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { GapQuestion } from '#shared/contract/gaps.ts';
import { GAP_LEVELS, GAP_ORDERS } from '#shared/domain/gaps/gap-map.ts';
import { GAP_CLASSES } from '#shared/domain/statistics/gap.ts';
import { addDays } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useNeighbourhoods } from '../../client/neighbourhoods.ts';
import { DayField } from '../../ui/day-field.tsx';
import { useFormats } from '../../ui/formats.ts';
import type { GapSearch } from './gap-search.ts';
import classes from './gaps.module.css';

/** What is compared: by which places, in which period, which facts; and which rows the table shows. */
export function GapFilters(props: {
  readonly question: GapQuestion;
  readonly search: GapSearch;
  readonly onChange: (part: Partial<GapSearch>) => void;
}) {
  const { question, onChange } = props;
  const { t } = useTranslation('gaps');
  const codes = useCodes();
  const formats = useFormats();
  const neighbourhoods = (useNeighbourhoods().data ?? []).filter(
    ({ id, isHeld }) => isHeld || id === question.neighbourhoodId,
  );
  return (
    <div role="group" aria-label={t('filters.all')} className={classes.filters}>
      <NativeSelect
        size="xs"
        label={t('filters.level')}
        value={question.level}
        data={GAP_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
        onChange={(event) => {
          onChange({ level: GAP_LEVELS.find((one) => one === event.currentTarget.value) });
        }}
      />
      <DayField
        size="xs"
        label={t('filters.from')}
        value={question.from}
        onChange={(day) => {
          onChange({ from: day || undefined });
        }}
      />
      <DayField
        size="xs"
        label={t('filters.to')}
        value={addDays(question.to, -1)}
        onChange={(day) => {
          onChange({ to: day || undefined });
        }}
      />
      <NativeSelect
        size="xs"
        label={t('filters.kind')}
        value={question.kinds[0] ?? ''}
        data={[
          { value: '', label: t('filters.allKinds') },
          ...codes.all
            .filter(({ list }) => list === 'fact-kind')
            .map(({ code }) => ({ value: code, label: codes.name('fact-kind', code) })),
        ]}
        onChange={(event) => {
          onChange({ kind: event.currentTarget.value || undefined });
        }}
      />
      <NativeSelect
        size="xs"
        label={t('filters.neighbourhood')}
        value={question.neighbourhoodId ?? ''}
        data={[
          { value: '', label: t('filters.allNeighbourhoods') },
          ...neighbourhoods.map(({ id, nameNl, nameFr }) => ({
            value: id,
            label: formats.name(nameNl, nameFr),
          })),
        ]}
        onChange={(event) => {
          onChange({ neighbourhoodId: event.currentTarget.value || undefined });
        }}
      />
      <NativeSelect
        size="xs"
        label={t('filters.class')}
        value={question.class ?? ''}
        data={[
          { value: '', label: t('filters.allClasses') },
          ...GAP_CLASSES.map((value) => ({ value, label: t(`class.${value}`) })),
        ]}
        onChange={(event) => {
          onChange({ class: GAP_CLASSES.find((one) => one === event.currentTarget.value) });
        }}
      />
      <NativeSelect
        size="xs"
        label={t('filters.order')}
        value={question.order}
        data={GAP_ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
        onChange={(event) => {
          onChange({ order: GAP_ORDERS.find((one) => one === event.currentTarget.value) });
        }}
      />
    </div>
  );
}
