import { Button, Paper, Skeleton, Stack } from '@mantine/core';
import { IconFilterOff, IconHeartHandshake } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { PromiseFilter } from '#shared/contract/promises.ts';

import { useErrorText } from '../../client/error-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { AbsencesPanel } from '../absences/index.ts';
import { PromiseFilters } from './promise-filters.tsx';
import classes from './promise-list.module.css';
import { PromiseList } from './promise-list.tsx';
import { usePromiseList } from './promises.ts';

/** All promises by state, owner, street and due day: what is open, and what became of the others. */
export function PromisesPage() {
  const { t } = useTranslation('promises');
  const formats = useFormats();
  const errorText = useErrorText();
  const search = useSearch({ from: '/promises' });
  const navigate = useNavigate();
  const state = search.state ?? 'open';
  const filter = useMemo(
    () =>
      Object.fromEntries(
        Object.entries({ ...search, state }).filter(([, value]) => value !== undefined),
      ) as PromiseFilter,
    [search, state],
  );
  const list = usePromiseList(filter);
  const { ownerId, streetId, from, to } = search;
  const isNarrowed = (ownerId ?? streetId ?? from ?? to) !== undefined;
  const clear = (): void => {
    void navigate({ to: '/promises', search: search.state ? { state: search.state } : {} });
  };
  return (
    <Page
      title={t('page.title')}
      description={
        list.total === undefined
          ? ' '
          : t('page.total', { count: list.total, total: formats.number(list.total) })
      }
      actions={
        <PromiseFilters
          search={search}
          firstRow={list.rows[0]}
          onClear={isNarrowed ? clear : undefined}
        />
      }
    >
      <AbsencesPanel />
      <Paper component="section" radius="md" withBorder mt="md" aria-label={t('page.list')}>
        {list.isError && (
          <FailureNotice text={errorText(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && (
          <Stack p="md" gap="sm" aria-hidden>
            <Skeleton height={44} />
            <Skeleton height={44} />
            <Skeleton height={44} />
          </Stack>
        )}
        {list.isSuccess &&
          list.rows.length === 0 &&
          (isNarrowed || state !== 'open' ? (
            <EmptyState
              icon={<IconFilterOff size={22} />}
              title={t('page.noMatch')}
              text={t('page.noMatchText')}
              action={
                <Button
                  variant="default"
                  onClick={() => {
                    void navigate({ to: '/promises', search: {} });
                  }}
                >
                  {t('page.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={<IconHeartHandshake size={22} />}
              title={t('page.none')}
              text={t('page.noneText')}
            />
          ))}
        {list.rows.length > 0 && <PromiseList promises={list.rows} label={t('page.list')} />}
        {list.hasNextPage && (
          <div className={classes.more}>
            <Button
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('page.more')}
            </Button>
          </div>
        )}
      </Paper>
    </Page>
  );
}
