import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactGroupCount } from '#shared/contract/contacts.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import type {
  ColumnWidths,
  ContactGroup,
  ContactView,
} from '#shared/domain/contacts/contact-view.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { useContactList } from './contact-list.ts';
import { ContactTable, type ListLine } from './contact-table.tsx';

interface LoadedGroup {
  readonly rows: readonly Contact[];
  /** Fetches the page after these rows; undefined when there is none. */
  readonly more: (() => void) | undefined;
}

interface GroupedListProps {
  readonly view: ContactView;
  readonly groups: readonly ContactGroupCount[];
  readonly openGroups: ReadonlySet<string>;
  readonly onToggle: (group: string) => void;
  readonly selectedId: string | undefined;
  readonly onSort: (sort: ContactView['sort']) => void;
  readonly onWidths: (widths: ColumnWidths) => void;
  readonly onOpen: (id: string) => void;
}

export function groupKey(group: ContactGroup): string {
  return `${group.by} ${group.key ?? ''}`;
}

/** The list in groups: every group with its size, the contacts of those that are open. */
export function GroupedList(props: GroupedListProps) {
  const { view, groups, openGroups } = props;
  const nameOf = useGroupName();
  const [loaded, setLoaded] = useState<ReadonlyMap<string, LoadedGroup>>(new Map());
  const onLoaded = useCallback((key: string, group: LoadedGroup | undefined) => {
    setLoaded((before) => {
      const after = new Map(before);
      if (group) after.set(key, group);
      else after.delete(key);
      return after;
    });
  }, []);
  const lines = useMemo(
    () =>
      groups.flatMap((entry): ListLine[] => {
        const key = groupKey(entry.group);
        const isOpen = openGroups.has(key);
        const heading = { kind: 'group', key, label: nameOf(entry), count: entry.count } as const;
        if (!isOpen) return [{ ...heading, isOpen }];
        const group = loaded.get(key);
        const rows = (group?.rows ?? []).map((contact): ListLine => ({
          kind: 'contact',
          key: contact.id,
          contact,
        }));
        const wait: ListLine[] =
          group && !group.more ? [] : [{ kind: 'wait', key: `wait ${key}`, group: key }];
        return [{ ...heading, isOpen }, ...rows, ...wait];
      }),
    [groups, loaded, nameOf, openGroups],
  );
  const rowCount = groups.reduce(
    (sum, { group, count }) => sum + 1 + (openGroups.has(groupKey(group)) ? count : 0),
    0,
  );
  const onReach = useCallback(
    (group: string | null) => {
      if (group !== null) loaded.get(group)?.more?.();
    },
    [loaded],
  );
  return (
    <>
      {groups
        .filter(({ group }) => openGroups.has(groupKey(group)))
        .map(({ group }) => (
          <GroupRows key={groupKey(group)} view={view} group={group} onLoaded={onLoaded} />
        ))}
      <ContactTable
        lines={lines}
        rowCount={rowCount}
        isGrouped
        columns={view.columns}
        widths={view.widths ?? {}}
        onWidths={props.onWidths}
        sort={view.sort}
        selectedId={props.selectedId}
        onSort={props.onSort}
        onOpen={props.onOpen}
        onToggle={props.onToggle}
        onReach={onReach}
      />
    </>
  );
}

/** Keeps the contacts of one open group at hand; shows nothing itself. */
function GroupRows(props: {
  readonly view: ContactView;
  readonly group: ContactGroup;
  readonly onLoaded: (key: string, group: LoadedGroup | undefined) => void;
}) {
  const { view, group, onLoaded } = props;
  const key = groupKey(group);
  const list = useContactList({ filter: view.filter, sort: view.sort, group });
  const { rows, hasNextPage, isFetching, isSuccess, fetchNextPage } = list;
  useEffect(() => {
    if (!isSuccess) return;
    const fetchMore = (): void => {
      if (!isFetching) void fetchNextPage();
    };
    onLoaded(key, { rows, more: hasNextPage ? fetchMore : undefined });
  }, [fetchNextPage, hasNextPage, isFetching, isSuccess, key, onLoaded, rows]);
  useEffect(
    () => () => {
      onLoaded(key, undefined);
    },
    [key, onLoaded],
  );
  return null;
}

/** What a group is called in the language of the reader. */
function useGroupName(): (entry: ContactGroupCount) => string {
  const { t } = useTranslation('views');
  const formats = useFormats();
  const codes = useCodes();
  return useCallback(
    ({ group, nameNl, nameFr }) => {
      switch (group.by) {
        case 'month':
          return formats.month(group.key);
        case 'week':
          return t('table.week', { day: formats.day(group.key) });
        case 'street':
        case 'neighbourhood':
          return group.key === null ? t(`table.none.${group.by}`) : formats.name(nameNl, nameFr);
        case 'reason':
        case 'channel':
          return group.key === null
            ? t(`table.none.${group.by}`)
            : codes.name(group.by === 'reason' ? 'contact-reason' : 'channel', group.key);
      }
    },
    [codes, formats, t],
  );
}
