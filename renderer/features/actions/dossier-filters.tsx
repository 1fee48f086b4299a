import { Button, Group, NativeSelect, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import {
  DOSSIER_CHOICES,
  type DossierFilter,
  WIDER_CHOICES,
} from '#shared/contract/dossier-list.ts';
import { DOSSIER_STATES } from '#shared/domain/actions/dossier.ts';
import { LONGEST_QUERY } from '#shared/domain/search/search-query.ts';

import { useNeighbourhoods } from '../../client/neighbourhoods.ts';
import { useFormats } from '../../ui/formats.ts';
import { type DossierSearch, isNarrowed } from './dossier-search.ts';

/** Words, state and neighbourhood; all of it stands in the address. */
export function DossierFilters(props: {
  readonly search: DossierSearch;
  /** How many match; unknown until the first answer. */
  readonly total: number | undefined;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onChange: (part: Partial<DossierFilter>) => void;
  readonly onClear: () => void;
}) {
  const { search, total, onChange } = props;
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const neighbourhoods = useNeighbourhoods().data ?? [];
  return (
    <Group gap="xs" mb="md">
      <TextInput
        ref={props.field}
        type="search"
        size="xs"
        w={240}
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        leftSection={<IconSearch size={15} aria-hidden />}
        maxLength={LONGEST_QUERY}
        value={search.text ?? ''}
        onChange={(event) => {
          onChange({ text: event.currentTarget.value || undefined });
        }}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('state')}
        value={search.state ?? ''}
        data={[
          { value: '', label: t('allStates') },
          ...WIDER_CHOICES.map((choice) => ({ value: choice, label: t(`list.${choice}`) })),
          ...DOSSIER_STATES.map((state) => ({ value: state, label: t(`dossierState.${state}`) })),
        ]}
        onChange={(chosen) => {
          onChange({ state: DOSSIER_CHOICES.find((one) => one === chosen) });
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={t('list.neighbourhood')}
        value={search.neighbourhoodId ?? ''}
        data={[
          { value: '', label: t('list.allNeighbourhoods') },
          ...neighbourhoods.map((one) => ({
            value: one.id,
            label: formats.name(one.nameNl, one.nameFr),
          })),
        ]}
        onChange={(event) => {
          onChange({ neighbourhoodId: event.currentTarget.value || undefined });
        }}
      />
      {isNarrowed(search) && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconFilterOff size={15} aria-hidden />}
          onClick={props.onClear}
        >
          {t('list.clear')}
        </Button>
      )}
      <Text size="sm" c="dimmed" role="status">
        {total === undefined ? '' : t('list.total', { count: total, total: formats.number(total) })}
      </Text>
    </Group>
  );
}
