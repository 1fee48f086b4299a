import { Button, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { type KeptPromise, PROMISE_STATES } from '#shared/domain/promises/promise.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { DayField } from '../../ui/day-field.tsx';
import { useFormats } from '../../ui/formats.ts';
import type { PromiseSearch } from './promise-search.ts';
import { useColleagues } from './promises.ts';

const TEXT_OF_STATE = { open: 'page.open', kept: 'page.kept', 'not-kept': 'page.notKept' } as const;

/** State, owner and due days; the street comes with a link and is taken away here. */
export function PromiseFilters(props: {
  readonly search: PromiseSearch;
  /** Names the street, of which only the id is in the address. */
  readonly firstRow: KeptPromise | undefined;
  readonly onClear: (() => void) | undefined;
}) {
  const { search, firstRow } = props;
  const { t } = useTranslation('promises');
  const formats = useFormats();
  const navigate = useNavigate();
  const colleagues = useColleagues().data ?? [];
  const officerId = useDeskState().data?.officer?.id;
  const narrow = (part: Partial<PromiseSearch>): void => {
    void navigate({ to: '/promises', search: { ...search, ...part } });
  };
  return (
    <>
      {search.streetId !== undefined && (
        <Button
          variant="light"
          rightSection={<IconFilterOff size={15} aria-hidden />}
          aria-label={t('page.clear')}
          onClick={() => {
            narrow({ streetId: undefined });
          }}
        >
          {firstRow
            ? t('page.street', {
                street: formats.name(firstRow.streetNameNl, firstRow.streetNameFr),
              })
            : t('page.oneStreet')}
        </Button>
      )}
      <SegmentedControl
        size="sm"
        aria-label={t('page.state')}
        value={search.state ?? 'open'}
        data={PROMISE_STATES.map((state) => ({ value: state, label: t(TEXT_OF_STATE[state]) }))}
        onChange={(state) => {
          narrow({ state: PROMISE_STATES.find((known) => known === state) });
        }}
      />
      <NativeSelect
        aria-label={t('page.owner')}
        value={search.ownerId ?? ''}
        data={[
          { value: '', label: t('page.anyOwner') },
          ...colleagues.map(({ id, displayName }) => ({
            value: id,
            label: id === officerId ? `${displayName} (${t('page.mine')})` : displayName,
          })),
        ]}
        onChange={(event) => {
          narrow({ ownerId: event.currentTarget.value || undefined });
        }}
      />
      <Text size="sm" c="dimmed" aria-hidden>
        {t('page.from')}
      </Text>
      <DayField
        w={150}
        aria-label={t('page.from')}
        value={search.from ?? ''}
        onChange={(from) => {
          narrow({ from: from || undefined });
        }}
      />
      <Text size="sm" c="dimmed" aria-hidden>
        {t('page.to')}
      </Text>
      <DayField
        w={150}
        aria-label={t('page.to')}
        value={search.to ?? ''}
        onChange={(to) => {
          narrow({ to: to || undefined });
        }}
      />
      {props.onClear && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={props.onClear}
        >
          {t('page.clear')}
        </Button>
      )}
    </>
  );
}
