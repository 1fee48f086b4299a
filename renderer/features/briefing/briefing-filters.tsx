import { Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { BriefingQuestion } from '#shared/contract/briefing.ts';
import { SHIFT_HOURS, SHIFTS } from '#shared/domain/briefing/shift.ts';

import { DayField } from '../../ui/day-field.tsx';
import { useFormats } from '../../ui/formats.ts';
import type { BriefingSearch } from './briefing-search.ts';
import { useSpanText } from './briefing-words.ts';
import { useNeighbourhoods } from './use-neighbourhood-name.ts';

/** Which day, which shift, where. */
export function BriefingFilters(props: {
  readonly question: BriefingQuestion;
  readonly onChange: (part: BriefingSearch) => void;
}) {
  const { question, onChange } = props;
  const { t } = useTranslation('briefing');
  const spanText = useSpanText();
  const formats = useFormats();
  const neighbourhoods = useNeighbourhoods();
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
          data={SHIFTS.map((value) => ({
            value,
            label: `${t(`shifts.${value}`)} ${spanText(SHIFT_HOURS[value])}`,
          }))}
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
      <Text size="xs" c="dimmed" mt={4} mb="md">
        {t('hoursSaid')}
      </Text>
    </>
  );
}
