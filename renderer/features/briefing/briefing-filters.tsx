import { Group, NativeSelect, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { BriefingQuestion, ShiftsSet } from '#shared/contract/briefing.ts';
import { hoursOf, SHIFTS } from '#shared/domain/briefing/shift.ts';

import { useNeighbourhoods } from '../../client/neighbourhoods.ts';
import { DayField } from '../../ui/day-field.tsx';
import { useFormats } from '../../ui/formats.ts';
import type { BriefingSearch } from './briefing-search.ts';
import { useSpanText } from './briefing-words.ts';
import { ShiftsLine } from './shifts-line.tsx';

/** Which day, which shift, where. */
export function BriefingFilters(props: {
  readonly question: BriefingQuestion;
  readonly shifts: ShiftsSet;
  readonly onChange: (part: BriefingSearch) => void;
}) {
  const { question, shifts, onChange } = props;
  const { t } = useTranslation('briefing');
  const spanText = useSpanText();
  const formats = useFormats();
  const neighbourhoods = useNeighbourhoods().data ?? [];
  return (
    <>
      <Group role="group" aria-label={t('filters')} gap="sm" align="flex-end">
        <DayField
          size="xs"
          w={150}
          label={t('day')}
          value={question.day}
          onChange={(day) => {
            onChange({ day: day || undefined });
          }}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('shift')}
          value={question.shift}
          data={shifts.begins.map(({ shift }) => {
            const hours = hoursOf(shifts.begins, shift);
            return {
              value: shift,
              label: [t(`shifts.${shift}`), hours && spanText(hours)].join(' '),
            };
          })}
          onChange={(value) => {
            onChange({ shift: SHIFTS.find((one) => one === value) });
          }}
        />
        <NativeSelect
          size="xs"
          label={t('neighbourhood')}
          value={question.neighbourhoodId ?? ''}
          data={[
            { value: '', label: t('allNeighbourhoods') },
            ...neighbourhoods.map(({ id, nameNl, nameFr }) => ({
              value: id,
              label: formats.name(nameNl, nameFr),
            })),
          ]}
          onChange={(event) => {
            onChange({ neighbourhoodId: event.currentTarget.value || undefined });
          }}
        />
      </Group>
      <ShiftsLine shifts={shifts} />
    </>
  );
}
