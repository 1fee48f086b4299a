import { ActionIcon, Button, Group, Skeleton, Stack, Tooltip } from '@mantine/core';
import {
  IconFilterOff,
  IconFoldDown,
  IconFoldUp,
  IconMessagePlus,
  IconPlus,
} from '@tabler/icons-react';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactView } from '#shared/domain/contacts/contact-view.ts';

import { useErrorText } from '../../client/error-text.ts';
import { HeldNote } from '../../client/held-note.tsx';
import { holdingsOf, useNeighbourhoods } from '../../client/neighbourhoods.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { SkipLink } from '../../ui/skip-link.tsx';
import { ExportButton } from '../exports/index.ts';
import {
  ColumnsMenu,
  contactSearchSchema,
  FilterBar,
  OrderMenus,
  searchOf,
  viewOf,
  ViewsMenu,
} from '../views/index.ts';
import { widthOnScreen } from './column-edge.tsx';
import { useContactGroups, useContactList } from './contact-list.ts';
import { ContactTable, type ListLine } from './contact-table.tsx';
import classes from './contacts-page.module.css';
import { GroupedList, groupKey } from './grouped-list.tsx';
import { useQuickLog } from './quick-log-provider.tsx';

const NONE_OPEN: ReadonlySet<string> = new Set();

/** All contacts, as filtered, sorted and grouped, with the chosen one beside them. */
export function ContactsPage() {
  const { t } = useTranslation('contacts');
  const { t: views } = useTranslation('views');
  const formats = useFormats();
  const errorText = useErrorText();
  const search = useSearch({ from: '/contacts' });
  const { contactId } = useParams({ strict: false });
  const navigate = useNavigate();
  const view = useMemo(() => viewOf(search), [search]);
  const change = (part: Partial<ContactView>): void => {
    void navigate({ to: '.', search: searchOf({ ...view, ...part }) });
  };
  const list = useContactList({ ...view, group: null });
  const groups = useContactGroups(view.filter, view.group);
  const [opened, setOpened] = useState({ by: view.group, keys: NONE_OPEN });
  const openGroups = opened.by === view.group ? opened.keys : NONE_OPEN;
  const setOpenGroups = (keys: ReadonlySet<string>): void => {
    setOpened({ by: view.group, keys });
  };
  const isFiltered = Object.keys(view.filter).length > 0;
  const clear = (): void => {
    change({ filter: {} });
  };
  const open = useCallback(
    (id: string) => {
      void navigate({ to: '/contacts/$contactId', params: { contactId: id }, search: true });
    },
    [navigate],
  );
  const lines = useMemo(
    () => list.rows.map((contact): ListLine => ({ kind: 'contact', key: contact.id, contact })),
    [list.rows],
  );
  const table = {
    selectedId: contactId,
    onSort: (sort: ContactView['sort']) => {
      change({ sort });
    },
    onWidths: (widths: ContactView['widths']) => {
      change({ widths });
    },
    onOpen: open,
  };
  // That there is none at all is said of an answer, not of what the last filter left.
  const isAnswered = list.isSuccess && (isFiltered || !list.isPlaceholderData);
  const isEmpty = isAnswered && list.rows.length === 0;
  const failure = list.error ?? groups.error;

  const box = useRef<HTMLDivElement>(null);

  return (
    <Page
      fill
      lead={
        list.rows.length > 0 && (
          <SkipLink
            text={t('list.skip')}
            target={() => box.current?.querySelector('[role="row"][tabindex="0"]') ?? null}
          />
        )
      }
      title={t('title')}
      description={
        list.total === undefined
          ? ' '
          : t('list.total', { count: list.total, total: formats.number(list.total) })
      }
      actions={
        <Group gap={6} role="group" aria-label={views('tools.label')}>
          {view.group !== null && (
            <GroupButtons
              onOpenAll={() => {
                setOpenGroups(new Set(groups.data?.map(({ group }) => groupKey(group))));
              }}
              onCloseAll={() => {
                setOpenGroups(NONE_OPEN);
              }}
            />
          )}
          <OrderMenus
            sort={view.sort}
            group={view.group}
            onSort={table.onSort}
            onGroup={(group) => {
              change({ group });
            }}
          />
          <ColumnsMenu
            columns={view.columns}
            widths={view.widths ?? {}}
            widthOnScreen={(column) => widthOnScreen(box.current, column)}
            onChange={(columns, widths) => {
              change({ columns: [...columns], widths });
            }}
          />
          <ViewsMenu
            view={view}
            onOpen={(saved) => {
              void navigate({ to: '/contacts', search: searchOf(saved) });
            }}
          />
          <ExportButton view={view} total={list.total ?? 0} />
        </Group>
      }
    >
      <div className={classes.filters}>
        <HeldNote />
        <FilterBar
          filter={view.filter}
          onChange={(part) => {
            void navigate({ to: '.', search: contactSearchSchema.parse({ ...search, ...part }) });
          }}
          onClear={isFiltered ? clear : undefined}
        />
      </div>
      <div className={classes.split}>
        <div
          ref={box}
          className={classes.list}
          aria-busy={list.isPlaceholderData || groups.isPlaceholderData}
        >
          {failure !== null && (
            <FailureNotice
              text={errorText(failure)}
              onRetry={() => {
                void list.refetch();
                void groups.refetch();
              }}
            />
          )}
          {list.isPending && <Rows />}
          {isEmpty && <Nothing onClear={isFiltered ? clear : undefined} />}
          {list.rows.length > 0 && view.group === null && (
            <ContactTable
              {...table}
              lines={lines}
              rowCount={list.total ?? lines.length}
              isGrouped={false}
              columns={view.columns}
              widths={view.widths ?? {}}
              sort={view.sort}
              onToggle={() => undefined}
              onReach={() => {
                if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
              }}
            />
          )}
          {view.group !== null && list.rows.length > 0 && groups.data && (
            <GroupedList
              {...table}
              view={view}
              groups={groups.data}
              openGroups={openGroups}
              onToggle={(key) => {
                const keys = new Set(openGroups);
                if (!keys.delete(key)) keys.add(key);
                setOpenGroups(keys);
              }}
            />
          )}
        </div>
        <Outlet />
      </div>
    </Page>
  );
}

function GroupButtons(props: { readonly onOpenAll: () => void; readonly onCloseAll: () => void }) {
  const { t } = useTranslation('views');
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={t('tools.openAll')}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('tools.openAll')}
          onClick={props.onOpenAll}
        >
          <IconFoldDown size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('tools.closeAll')}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('tools.closeAll')}
          onClick={props.onCloseAll}
        >
          <IconFoldUp size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

/** What stands where no contact is: none yet, or none of this choice. */
function Nothing(props: { readonly onClear: (() => void) | undefined }) {
  const { t } = useTranslation('contacts');
  const quickLog = useQuickLog();
  const holdsNothing = holdingsOf(useNeighbourhoods().data) === 'none';
  return (
    <div className={classes.empty}>
      {props.onClear ? (
        <EmptyState
          icon={<IconFilterOff size={22} />}
          title={t('list.noMatch')}
          text={t('list.noMatchText')}
          action={
            <Button variant="default" onClick={props.onClear}>
              {t('filter.clear')}
            </Button>
          }
        />
      ) : (
        <EmptyState
          icon={<IconMessagePlus size={22} />}
          title={t('list.none')}
          text={t(holdsNothing ? 'list.noneHeld' : 'list.noneText')}
          action={
            !holdsNothing && (
              <Button
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => {
                  quickLog.open();
                }}
              >
                {t('list.first')}
              </Button>
            )
          }
        />
      )}
    </div>
  );
}

/** Holds the place of the list while it loads, in the height of its rows. */
function Rows() {
  return (
    <Stack gap={12} p="md" aria-hidden>
      {Array.from({ length: 12 }, (_, row) => (
        <Skeleton key={row} height={24} />
      ))}
    </Stack>
  );
}
