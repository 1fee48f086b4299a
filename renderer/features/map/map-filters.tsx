import { Button, Group, NativeSelect, SimpleGrid, Text } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { valuesOf } from '#shared/domain/contacts/contact-filter.ts';

import { useCodes } from '../../client/codes.ts';
import { useNeighbourhoods } from '../../client/neighbourhoods.ts';
import { DayField } from '../../ui/day-field.tsx';
import { useFormats } from '../../ui/formats.ts';
import { countHidden, filterOf, type MapSearch } from './map-search.ts';

/** Which contacts are shown; the same filters as the list of contacts, kept in the address. */
export function MapFilters(props: {
  readonly search: MapSearch;
  readonly onChange: (part: Partial<MapSearch>) => void;
  readonly onClear: () => void;
}) {
  const { search, onChange } = props;
  const { t } = useTranslation('map');
  const codes = useCodes();
  const formats = useFormats();
  const neighbourhoods = useNeighbourhoods().data ?? [];
  const narrowed = Object.keys(filterOf(search)).length > 0;
  const hidden = countHidden(search);
  const reasons = valuesOf(search.reason);
  const places = valuesOf(search.neighbourhoodId);
  const placeNames = new Map(
    neighbourhoods.map(({ id, nameNl, nameFr }) => [id, formats.name(nameNl, nameFr)]),
  );
  return (
    <div role="group" aria-label={t('filters')}>
      <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
        <NativeSelect
          size="xs"
          label={t('reason')}
          value={reasons.join()}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ reason: value || undefined });
          }}
          data={[
            { value: '', label: t('all') },
            ...severalOf(reasons, (code) => codes.name('contact-reason', code)),
            ...codes.all
              .filter(({ list }) => list === 'contact-reason')
              .map(({ code }) => ({ value: code, label: codes.name('contact-reason', code) })),
          ]}
        />
        <NativeSelect
          size="xs"
          label={t('neighbourhood')}
          value={places.join()}
          onChange={(event) => {
            onChange({ neighbourhoodId: event.currentTarget.value || undefined });
          }}
          data={[
            { value: '', label: t('allNeighbourhoods') },
            ...severalOf(places, (id) => placeNames.get(id) ?? id),
            ...[...placeNames].map(([value, label]) => ({ value, label })),
          ]}
        />
        <DayField
          size="xs"
          label={t('from')}
          value={search.from ?? ''}
          onChange={(day) => onChange({ from: day || undefined })}
        />
        <DayField
          size="xs"
          label={t('to')}
          value={search.to ?? ''}
          onChange={(day) => onChange({ to: day || undefined })}
        />
      </SimpleGrid>
      {narrowed ? (
        <Group mt="xs" justify="space-between">
          <Text size="xs" c="dimmed">
            {hidden > 0 ? t('hiddenFilters', { count: hidden }) : ''}
          </Text>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconFilterOff size={14} aria-hidden />}
            onClick={props.onClear}
          >
            {t('clear')}
          </Button>
        </Group>
      ) : null}
    </div>
  );
}

/** The list can ask for several values at once; here they are one choice, with all their names. */
function severalOf(values: readonly string[], nameOf: (value: string) => string) {
  return values.length > 1 ? [{ value: values.join(), label: values.map(nameOf).join(', ') }] : [];
}
