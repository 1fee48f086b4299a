import { Button, Skeleton, Stack } from '@mantine/core';
import { IconFilterOff, IconMessagePlus, IconPlus } from '@tabler/icons-react';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../client/error-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { ContactFilters } from './contact-filters.tsx';
import { filterOf, useContactList } from './contact-list.ts';
import { ContactTable } from './contact-table.tsx';
import classes from './contacts-page.module.css';
import { useQuickLog } from './quick-log-provider.tsx';

/** All contacts, newest first, with the chosen one beside them. */
export function ContactsPage() {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const errorText = useErrorText();
  const search = useSearch({ from: '/contacts' });
  const { contactId } = useParams({ strict: false });
  const navigate = useNavigate();
  const quickLog = useQuickLog();
  const list = useContactList(search);
  const filtered = Object.keys(filterOf(search)).length > 0;
  const clear = (): void => {
    void navigate({ to: '.', search: {} });
  };
  const open = useCallback(
    (id: string) => {
      void navigate({ to: '/contacts/$contactId', params: { contactId: id }, search: true });
    },
    [navigate],
  );

  return (
    <Page
      fill
      title={t('title')}
      description={
        list.total === undefined
          ? ' '
          : t('list.total', { count: list.total, total: formats.number(list.total) })
      }
      actions={<ContactFilters search={search} onClear={filtered ? clear : undefined} />}
    >
      <div className={classes.split}>
        <div className={classes.list}>
          {list.isError && (
            <FailureNotice text={errorText(list.error)} onRetry={() => void list.refetch()} />
          )}
          {list.isPending && <Rows />}
          {list.isSuccess && list.rows.length === 0 && (
            <div className={classes.empty}>
              {filtered ? (
                <EmptyState
                  icon={<IconFilterOff size={22} />}
                  title={t('list.noMatch')}
                  text={t('list.noMatchText')}
                  action={
                    <Button variant="default" onClick={clear}>
                      {t('filter.clear')}
                    </Button>
                  }
                />
              ) : (
                <EmptyState
                  icon={<IconMessagePlus size={22} />}
                  title={t('list.none')}
                  text={t('list.noneText')}
                  action={
                    <Button
                      leftSection={<IconPlus size={16} aria-hidden />}
                      onClick={() => {
                        quickLog.open();
                      }}
                    >
                      {t('list.first')}
                    </Button>
                  }
                />
              )}
            </div>
          )}
          {list.rows.length > 0 && (
            <ContactTable
              rows={list.rows}
              total={list.total ?? list.rows.length}
              selectedId={contactId}
              onOpen={open}
              onEnd={() => {
                if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
              }}
            />
          )}
        </div>
        <Outlet />
      </div>
    </Page>
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
