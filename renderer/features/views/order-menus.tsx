import { ActionIcon, Group, NativeSelect, Tooltip } from '@mantine/core';
import { IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import {
  CONTACT_GROUPINGS,
  CONTACT_SORTS,
  type ContactGrouping,
  type ContactSort,
} from '#shared/domain/contacts/contact-view.ts';

/** By what the list is sorted and grouped; columns that are not shown can be sorted by as well. */
export function OrderMenus(props: {
  readonly sort: ContactSort;
  readonly group: ContactGrouping | null;
  readonly onSort: (sort: ContactSort) => void;
  readonly onGroup: (group: ContactGrouping | null) => void;
}) {
  const { sort, group } = props;
  const { t } = useTranslation('views');
  return (
    <>
      <Group gap={2} wrap="nowrap">
        <NativeSelect
          size="xs"
          w={150}
          aria-label={t('tools.sort')}
          value={sort.by}
          data={CONTACT_SORTS.map((by) => ({ value: by, label: t(`tools.sortBy.${by}`) }))}
          onChange={(event) => {
            const by = CONTACT_SORTS.find((key) => key === event.currentTarget.value);
            if (by) props.onSort({ by, descending: by === 'when' });
          }}
        />
        <Tooltip label={t('tools.descending')}>
          <ActionIcon
            variant={sort.descending ? 'light' : 'default'}
            size={30}
            aria-label={t('tools.descending')}
            aria-pressed={sort.descending}
            onClick={() => {
              props.onSort({ ...sort, descending: !sort.descending });
            }}
          >
            {sort.descending ? <IconSortDescending size={16} /> : <IconSortAscending size={16} />}
          </ActionIcon>
        </Tooltip>
      </Group>
      <NativeSelect
        size="xs"
        w={150}
        aria-label={t('tools.group')}
        value={group ?? ''}
        data={[
          { value: '', label: t('tools.noGroup') },
          ...CONTACT_GROUPINGS.map((by) => ({ value: by, label: t(`tools.by.${by}`) })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          props.onGroup(CONTACT_GROUPINGS.find((by) => by === value) ?? null);
        }}
      />
    </>
  );
}
