import { Button, SegmentedControl, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFilterOff, IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { Link, Outlet, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import type { PartySuggestion } from '#shared/contract/parties.ts';
import { type Party, PARTY_KINDS } from '#shared/domain/parties/party.ts';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Page } from '../../ui/page.tsx';
import classes from './parties-page.module.css';
import { PartyDialog } from './party-dialog.tsx';
import { PartyIcon } from './party-field.tsx';
import { usePartyList, usePartySuggestions } from './queries.ts';

const PAUSE_MS = 60;
const MOST_FOUND = 50;

/** What is looked for, as it stands in the address; what cannot be read there does not narrow. */
export const partySearchSchema = z.object({
  text: z.string().max(120).optional().catch(undefined),
  kind: z.enum(PARTY_KINDS).optional().catch(undefined),
});

/** Everybody who was spoken with, by name or by what is typed, with the chosen one beside them. */
export function PartiesPage() {
  const { t } = useTranslation('parties');
  const { t: common } = useTranslation();
  const errorText = useErrorText();
  const search = useSearch({ from: '/parties' });
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const text = (search.text ?? '').trim();
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const found = usePartySuggestions(asked, MOST_FOUND);
  const list = usePartyList(search.kind ?? null);
  const narrow = (part: z.infer<typeof partySearchSchema>): void => {
    void navigate({ to: '.', search: { ...search, ...part }, replace: true });
  };
  const isSearching = text !== '';
  const answer = isSearching ? found : list;
  const rows: readonly (Party | PartySuggestion)[] = isSearching
    ? (found.data ?? []).filter(({ kind }) => !search.kind || kind === search.kind)
    : (list.data?.pages.flatMap((page) => page.rows) ?? []);
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => {
        setAdding(true);
      }}
    >
      {t('add')}
    </Button>
  );

  return (
    <Page
      fill
      title={t('title')}
      description={t('description')}
      actions={
        <>
          <TextInput
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            w={240}
            maxLength={120}
            value={search.text ?? ''}
            onChange={(event) => {
              narrow({ text: event.currentTarget.value || undefined });
            }}
          />
          <SegmentedControl
            aria-label={t('kinds')}
            value={search.kind ?? ''}
            data={[
              { value: '', label: t('everybody') },
              ...PARTY_KINDS.map((kind) => ({ value: kind, label: t(`many.${kind}`) })),
            ]}
            onChange={(kind) => {
              narrow({ kind: PARTY_KINDS.find((known) => known === kind) });
            }}
          />
          {add}
        </>
      }
    >
      <div className={classes.split}>
        <div className={classes.list}>
          {answer.isError && (
            <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />
          )}
          {answer.isPending && (
            <Stack gap={12} p="md" aria-hidden>
              <Skeleton height={32} />
              <Skeleton height={32} />
              <Skeleton height={32} />
            </Stack>
          )}
          {answer.isSuccess && rows.length === 0 && (
            <EmptyState
              icon={isSearching ? <IconFilterOff size={22} /> : <IconUsers size={22} />}
              title={t(isSearching ? 'noMatch' : 'none')}
              text={t(isSearching ? 'noMatchText' : 'noneText')}
              action={isSearching ? undefined : add}
            />
          )}
          {rows.length > 0 && (
            <ul className={classes.rows} aria-label={t('title')}>
              {rows.map((party) => (
                <li key={party.id}>
                  <PartyRow party={party} />
                </li>
              ))}
            </ul>
          )}
          {!isSearching && list.hasNextPage && (
            <Button
              variant="subtle"
              m="sm"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </div>
        <Outlet />
      </div>
      <PartyDialog
        opened={adding}
        title={t('add')}
        save={common('save')}
        party={undefined}
        onClose={() => {
          setAdding(false);
        }}
        onDone={(party) => {
          setAdding(false);
          void navigate({ to: '/parties/$partyId', params: { partyId: party.id }, search: true });
        }}
      />
    </Page>
  );
}

function PartyRow(props: { readonly party: Party | PartySuggestion }) {
  const { party } = props;
  const { t } = useTranslation('parties');
  const codes = useCodes();
  const foundAs = 'foundAs' in party ? party.foundAs : null;
  const more = [
    codes.name('party-role', party.role),
    party.reach,
    foundAs === null ? '' : t('alsoKnownAs', { name: foundAs }),
  ].filter((part) => part !== '');
  return (
    <Link
      to="/parties/$partyId"
      params={{ partyId: party.id }}
      search={true}
      className={classes.row}
      activeProps={{ 'aria-current': 'true' }}
      data-party={party.id}
      data-row
    >
      <PartyIcon kind={party.kind} />
      <Text span size="sm" fw={550} truncate>
        {party.name}
      </Text>
      <Text span size="xs" c="dimmed" truncate>
        {more.join(' · ')}
      </Text>
    </Link>
  );
}
